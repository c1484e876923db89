import type { Problem } from '../../../shared/problems';
import type { RecordKind } from '../../../shared/records/record-schemas';
import type { Database, RecordRow } from '../database';
import { nextTask } from '../next-task';

/** A record of which something has not arrived at the server. */
export interface OutgoingRecord {
  readonly record: string;
  readonly kind: RecordKind;
  /** Empty for the register. */
  readonly tour: string;
  /** Of a stop its own id; empty where the record belongs to none. */
  readonly stop: string;
  /** Edits that wait. */
  readonly changes: number;
  /** What of it was done last stands first. */
  readonly newest: number;
  readonly refused: Problem | null;
  /** This laptop only carried it: no correction brings it on, and it goes by the right of whoever is here only where that is said of it. */
  readonly isHeld: boolean;
  /** Files of it that wait. */
  readonly files: number;
}

/** Where records belong, kept from one reading to the next: of thousands that wait a few are new each time. */
export type KnownPlaces = Map<string, Pick<OutgoingRecord, 'kind' | 'tour' | 'stop'>>;

interface Waiting {
  readonly changes: number;
  readonly newest: number;
  readonly refused: Problem | null;
  readonly isHeld: boolean;
  readonly files: number;
}

/** Rows that are read between two frames. */
const pieceSize = 500;

const nothing: Waiting = { changes: 0, newest: 0, refused: null, isHeld: false, files: 0 };

/** All records of which an edit or a file waits here or was refused. It costs as much as waits, whatever else is stored. */
export async function readOutgoing(
  database: Database,
  places: KnownPlaces,
): Promise<readonly OutgoingRecord[]> {
  const waiting = new Map<string, Waiting>();
  const add = (record: string, more: Partial<Waiting>) =>
    waiting.set(record, { ...(waiting.get(record) ?? nothing), ...more });
  for await (const rows of piecesOf(database)) {
    for (const { order, records } of rows)
      for (const [at, record] of records.entries())
        add(record, { changes: (waiting.get(record)?.changes ?? 0) + 1, newest: order + at / 1000 });
  }
  for (const { record, problem, isWithheld } of await database.refused.toArray()) {
    const before = waiting.get(record);
    // Where something of it was typed here, that is what its person can do something about.
    const isHeld = isWithheld === true && (before?.refused ? before.isHeld : true);
    if (!before?.refused || !isWithheld) add(record, { refused: problem, isHeld });
  }
  for (const { record } of await database.files.where('state').equals('toSend').toArray())
    if (record !== undefined) add(record, { files: (waiting.get(record)?.files ?? 0) + 1 });
  await learnPlaces(
    database,
    places,
    [...waiting.keys()].filter((record) => !places.has(record)),
  );
  return [...waiting].flatMap(([record, facts]) => {
    const place = places.get(record);
    return place ? [{ record, ...place, ...facts }] : [];
  });
}

async function* piecesOf({ outbox }: Database) {
  for (let after = 0; ;) {
    const rows = await outbox.where('order').above(after).limit(pieceSize).toArray();
    yield rows;
    if (rows.length < pieceSize) return;
    after = rows.at(-1)?.order ?? after;
    await nextTask();
  }
}

async function learnPlaces(
  { records }: Database,
  places: KnownPlaces,
  unknown: readonly string[],
): Promise<void> {
  for (let from = 0; from < unknown.length; from += pieceSize) {
    const rows = await records.bulkGet(unknown.slice(from, from + pieceSize));
    for (const row of rows) if (row) places.set(row.id, placeOf(row));
    await nextTask();
  }
}

function placeOf({ id, kind, tour, stop }: RecordRow) {
  return { kind, tour: kind === 'tour' ? id : tour, stop: kind === 'stop' ? id : stop };
}

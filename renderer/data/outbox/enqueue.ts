import type { Change } from '../../../shared/changes/change';
import type { Seal } from '../../../shared/sealing/seal';
import type { Database, OutboxRow } from '../database';
import { putInSlices } from '../put-in-slices';
import { sealTexts } from '../sealed-json';
import { moveTally } from '../tally';

/** As many as the smallest batch takes: a row is sent as a whole. */
const mostInRow = 20;

/** A character takes up to three bytes, and what is larger than 64 KiB lies in a file of its own beside Chromium's database. */
const mostCharacters = 16_000;

/**
 * Puts changes that are not there yet at the end of the outbox, those that came together side by side in one row: an import of ten
 * thousand is read and taken out again as some hundred rows. In the transaction of the caller.
 */
export async function enqueue(
  database: Database,
  seal: Seal,
  changes: readonly Change[],
  sequences: ReadonlyMap<string, number>,
): Promise<void> {
  const { outbox } = database;
  const waiting = new Set(
    await outbox
      .where('ids')
      .anyOf(changes.map(({ id }) => id))
      .keys(),
  );
  const added = [...new Map(changes.map((change) => [change.id, change])).values()].filter(
    ({ id }) => !waiting.has(id),
  );
  const rows = portionsOf(added).map(({ held, texts }): Omit<OutboxRow, 'order'> => {
    const known = held.flatMap(({ id }) => sequences.get(id) ?? []);
    return {
      ids: held.map(({ id }) => id),
      records: held.map(({ record }) => record),
      ...(known.length === held.length && { sequences: known }),
      sealed: sealTexts(seal, texts),
    };
  });
  await putInSlices(outbox, rows, (row) => row);
  await moveTally(database, [], rows);
}

interface Portion {
  readonly held: Change[];
  readonly texts: string[];
  characters: number;
}

function portionsOf(changes: readonly Change[]): readonly Portion[] {
  const portions: Portion[] = [];
  for (const change of changes) {
    const text = JSON.stringify(change);
    const last = portions.at(-1);
    if (last && last.held.length < mostInRow && last.characters + text.length <= mostCharacters) {
      last.held.push(change);
      last.texts.push(text);
      last.characters += text.length;
    } else portions.push({ held: [change], texts: [text], characters: text.length });
  }
  return portions;
}

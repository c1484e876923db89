import { type Author, type EditContext, makeChange } from '../../shared/changes/make-change';
import type { Change } from '../../shared/changes/change';
import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import type { Json } from '../../shared/json';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { RecordKind } from '../../shared/records/record-schemas';
import type { Seal } from '../../shared/sealing/seal';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { followJournal } from './follow-journal';
import { mergeIntoDatabase, mergeTables } from './merge-into-database';
import { changeBytes } from '../../shared/protocol/sync';
import { refusedOf, replacingToo, strandedValues } from './follow-refused';
import { openState, sealJson } from './sealed-json';

/** New values of some fields of one record; the record is made when it does not exist. */
export interface Edit extends EditContext {
  readonly kind: RecordKind;
  readonly id: string;
  readonly tour: string;
  readonly values: Readonly<Record<string, Json>>;
}

/** A change that was made, and the record as it stood before. */
export interface Saved {
  readonly change: Change;
  readonly before: RecordState | undefined;
}

/** Changes per journal call: a large import must not send one message of many megabytes. */
export const pageSize = 500;

/**
 * Journal first (fsync in the main process), then records and outbox in one strict transaction, then it is saved.
 * What no exchange could carry is not taken at all. A problem from the journal means that nothing was kept of the page that failed.
 * Throws what the database throws: the journal may then have changes that the database lacks.
 */
export async function save(
  database: Database,
  seal: Seal,
  author: Author,
  edits: readonly Edit[],
): Promise<Outcome<readonly Saved[]>> {
  const saved = await makeChanges(database, seal, author, edits);
  const changes = saved.map(({ change }) => change);
  if (changes.some((change) => sealJson(seal, change).byteLength > changeBytes))
    return fail(problem('change.tooLarge', { limit: changeBytes >> 20 }));
  for (let from = 0; from < changes.length; from += pageSize) {
    const page = changes.slice(from, from + pageSize);
    const written = await callBridge('journal.append', { origin: 'local', changes: page });
    if (!written.ok) return fail(written.problem);
    await keepChanges(database, seal, page, {
      sequence: written.value.sequence,
      count: page.length,
    });
  }
  return succeed(saved);
}

/** The changes that edits are; `states` are the records as earlier edits of the same save leave them. */
export async function makeChanges(
  database: Database,
  seal: Seal,
  author: Author,
  edits: readonly Edit[],
  states = new Map<string, RecordState>(),
): Promise<readonly Saved[]> {
  const ids = [...new Set(edits.map((edit) => edit.id))].filter((id) => !states.has(id));
  for (const row of await database.records.bulkGet(ids)) {
    if (row) states.set(row.id, openState(seal, row.sealed));
  }
  const refusedBefore = await refusedOf(
    database,
    seal,
    edits.map((edit) => edit.id),
  );
  return edits.map((edit) => {
    const target = { kind: edit.kind, record: edit.id, tour: edit.tour };
    const before = states.get(edit.id);
    const refused = refusedBefore.get(edit.id) ?? [];
    const values = { ...strandedValues(before, refused, author.device), ...edit.values };
    const change = replacingToo(makeChange(author, target, before, values, edit), before, refused);
    states.set(edit.id, merge(before, change));
    return { change, before };
  });
}

/** Changes that the journal has from `first` on, into the database; `end` is null while more of the same save are to come. */
export async function keepChanges(
  database: Database,
  seal: Seal,
  changes: readonly Change[],
  end: { readonly sequence: number; readonly count: number } | null,
  first: number | null = end && end.sequence - changes.length + 1,
): Promise<void> {
  const sequences = new Map(
    changes.flatMap(({ id }, place) => (first === null ? [] : [[id, first + place] as const])),
  );
  await database.transaction('rw', mergeTables(database), async () => {
    await mergeIntoDatabase(database, seal, changes, 'local', sequences);
    if (end) await followJournal(database, end.sequence, end.count);
  });
}

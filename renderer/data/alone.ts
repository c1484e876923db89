import type { Change, FieldEdit } from '../../shared/changes/change';
import type { RecordState } from '../../shared/changes/record-state';
import type { RecordRow } from './database';

/**
 * The records that one change makes whole, of records that come with many others and were not here: their history is the record itself.
 * Written a second time it would be a third of what an exchange writes. A change that replaces something says more than its record.
 */
export function findAlone(
  ofRecord: ReadonlyMap<string, readonly Change[]>,
  before: ReadonlyMap<string, RecordRow>,
): ReadonlySet<string> {
  const alone = [...ofRecord].filter(([id, changes]) => {
    const edits = changes.length === 1 ? Object.values(changes[0]?.fields ?? {}) : [];
    return edits.length > 0 && !before.has(id) && edits.every(({ replaces }) => replaces.length === 0);
  });
  return new Set(alone.map(([id]) => id));
}

/** The change that a record is which one change alone made, as it was. */
export function changeAlone({ id: record, kind, scope, fields }: RecordState): Change {
  const entries = Object.entries(fields);
  const made = entries[0]?.[1].heads[0];
  if (!made) throw new Error(`The record ${record} is no change alone.`);
  const edits = entries.flatMap(([name, { heads }]) =>
    heads.map(({ value, base, saw }): [string, FieldEdit] => [
      name,
      { value, replaces: [], ...(base && { base }), ...(saw && { saw: [...saw] }) },
    ]),
  );
  const { change: id, author, device, at } = made;
  return { id, scope, kind, record, fields: Object.fromEntries(edits), author, device, at };
}

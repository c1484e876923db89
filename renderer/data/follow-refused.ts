import type { Change } from '../../shared/changes/change';
import type { RecordState } from '../../shared/changes/record-state';
import type { Json } from '../../shared/json';
import type { Seal } from '../../shared/sealing/seal';
import type { Database } from './database';
import { openJson } from './sealed-json';

/** What the server refused of some records, by record. Asked before each save: nearly always there is nothing to read. */
export async function refusedOf(
  database: Database,
  seal: Seal,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly Change[]>> {
  const found = new Map<string, Change[]>();
  if ((await database.refused.count()) === 0) return found;
  for (const row of await database.refused
    .where('record')
    .anyOf([...records])
    .toArray()) {
    const known = found.get(row.record) ?? [];
    found.set(row.record, [...known, openJson<Change>(seal, row.sealed)]);
  }
  return found;
}

/**
 * The values that stand on this laptop alone, since the server refused what set them. They go along with the next edit of
 * the record: corrected in one field only, the others would never hear of the rest.
 */
export function strandedValues(
  state: RecordState | undefined,
  refused: readonly Change[],
): Readonly<Record<string, Json>> {
  const ids = new Set(refused.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(state?.fields ?? {}).flatMap(([name, { heads }]) => {
      const [head] = heads;
      // Of several values a person decides, and the decision is an edit like any other.
      return head && heads.length === 1 && ids.has(head.change) ? [[name, head.value]] : [];
    }),
  );
}

/** An edit that follows a refused one replaces what that one would have replaced: elsewhere the two would be a conflict. */
export function replacingToo(change: Change, refused: readonly Change[]): Change {
  if (refused.length === 0) return change;
  const byId = new Map(refused.map((one) => [one.id, one]));
  const fields = Object.entries(change.fields).map(([name, edit]) => {
    const more = edit.replaces.flatMap((id) => byId.get(id)?.fields[name]?.replaces ?? []);
    return [name, { ...edit, replaces: [...new Set([...edit.replaces, ...more])] }];
  });
  return { ...change, fields: Object.fromEntries(fields) as Change['fields'] };
}

import { type Change, mostReplaced } from '../../shared/changes/change';
import type { RecordState } from '../../shared/changes/record-state';
import type { Json } from '../../shared/json';
import type { Seal } from '../../shared/sealing/seal';
import type { Database, RefusedRow } from './database';
import { replacedBy } from './drop-replaced';
import { openJson } from './sealed-json';

/** A change that the server refused: of each field what it, and those refused before it, had replaced. */
export interface RefusedEdit {
  readonly id: string;
  /** The laptop at which it was made: this one may only have carried it. */
  readonly device: string;
  readonly replaced: Readonly<Record<string, readonly string[]>>;
}

/** What the server refused of some records, by record. Asked before each save: nearly always there is nothing to read. */
export async function refusedOf(
  database: Database,
  seal: Seal,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly RefusedEdit[]>> {
  const found = new Map<string, RefusedEdit[]>();
  if ((await database.refused.count()) === 0) return found;
  for (const row of await database.refused
    .where('record')
    .anyOf([...records])
    .toArray()) {
    const known = found.get(row.record) ?? [];
    found.set(row.record, [...known, editOf(seal, row)]);
  }
  return found;
}

function editOf(seal: Seal, row: RefusedRow): RefusedEdit {
  const { device, fields: edits } = openJson<Change>(seal, row.sealed);
  const fields = Object.keys(edits);
  return {
    id: row.id,
    device,
    replaced: Object.fromEntries(fields.map((field) => [field, replacedBy(seal, row, field)])),
  };
}

/**
 * The values that stand on this laptop alone, since the server refused what set them. They go along with the next edit of
 * the record: corrected in one field only, the others would never hear of the rest. What this laptop only carried goes in from
 * where it was made.
 */
export function strandedValues(
  state: RecordState | undefined,
  refused: readonly RefusedEdit[],
  device: string,
): Readonly<Record<string, Json>> {
  const ids = new Set(refused.filter((one) => one.device === device).map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(state?.fields ?? {}).flatMap(([name, { heads }]) => {
      const [head] = heads;
      // Of several values a person decides, and the decision is an edit like any other.
      return head && heads.length === 1 && ids.has(head.change) ? [[name, head.value]] : [];
    }),
  );
}

/**
 * An edit that follows a refused one replaces what that one would have replaced: elsewhere the two would be a conflict. So does one
 * that follows what was typed upon the refused one before anybody knew that it would be.
 */
export function replacingToo(
  change: Change,
  before: RecordState | undefined,
  refused: readonly RefusedEdit[],
): Change {
  if (refused.length === 0) return change;
  const fields = Object.entries(change.fields).map(([name, edit]) => {
    const heads = before?.fields[name]?.heads ?? [];
    const more = refused
      .filter(({ id }) => edit.replaces.includes(id) || !heads.some((head) => head.change === id))
      .flatMap(({ replaced }) => (Object.hasOwn(replaced, name) ? (replaced[name] ?? []) : []));
    return [name, { ...edit, replaces: [...new Set([...edit.replaces, ...more])].slice(0, mostReplaced) }];
  });
  return { ...change, fields: Object.fromEntries(fields) as Change['fields'] };
}

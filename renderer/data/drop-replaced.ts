import type { Change } from '../../shared/changes/change';
import type { Seal } from '../../shared/sealing/seal';
import type { Database, RefusedRow } from './database';
import { readHistory } from './history';
import { openJson, openState } from './sealed-json';

/** A field of a refused change in whose place another value stands that does not say what the refused one had replaced. */
export interface OpenField {
  readonly row: RefusedRow;
  readonly field: string;
}

/**
 * Forgets refused changes of these records of which nothing stands any more: later edits took the place of all that they set. What a
 * refused one had replaced goes over to the refused one that stands in its place. Gives what nobody has heard of yet: a later edit
 * went out without saying it, and elsewhere the two would be a conflict. To be called in a transaction.
 */
export async function dropReplaced(
  database: Database,
  seal: Seal,
  records: readonly string[],
): Promise<readonly OpenField[]> {
  if ((await database.refused.count()) === 0) return [];
  const rows = await database.refused
    .where('record')
    .anyOf([...records])
    .toArray();
  const open: OpenField[] = [];
  for (const row of rows) {
    const found = await openFields(database, seal, row);
    open.push(...found.left.map((field) => ({ row, field })));
    if (!found.stands && found.left.length === 0) await database.refused.delete(row.id);
  }
  return open;
}

async function openFields(
  database: Database,
  seal: Seal,
  row: RefusedRow,
): Promise<{ readonly stands: boolean; readonly left: readonly string[] }> {
  const record = await database.records.get(row.record);
  const fields = record ? openState(seal, record.sealed).fields : {};
  const left: string[] = [];
  let stands = false;
  for (const field of Object.keys(openJson<Change>(seal, row.sealed).fields)) {
    const heads = fields[field]?.heads ?? [];
    if (heads.some((head) => head.change === row.id)) stands = true;
    else if (
      !(await isTold(
        database,
        seal,
        row,
        field,
        heads.map((head) => head.change),
      ))
    )
      left.push(field);
  }
  return { stands, left };
}

/** Whether a value that stands says what this row had replaced, or hands it on to a refused one that will be followed. */
async function isTold(
  database: Database,
  seal: Seal,
  row: RefusedRow,
  field: string,
  heads: readonly string[],
): Promise<boolean> {
  const before = replacedBy(seal, row, field);
  for (const refused of await database.refused.bulkGet([...heads])) {
    if (!refused) continue;
    const passed = [...new Set([...(refused.passed?.[field] ?? []), ...before])];
    await database.refused.update(refused.id, { passed: { ...refused.passed, [field]: passed } });
    return true;
  }
  const told = new Set(
    (await readHistory(database, seal, row.record)).flatMap(({ id, fields }) =>
      heads.includes(id) ? (fields[field]?.replaces ?? []) : [],
    ),
  );
  return before.every((id) => told.has(id));
}

/** What a refused change replaced, and those before it that were refused as well. */
export function replacedBy(seal: Seal, row: RefusedRow, field: string): readonly string[] {
  const own = openJson<Change>(seal, row.sealed).fields[field]?.replaces ?? [];
  return [...own, ...(row.passed?.[field] ?? [])];
}

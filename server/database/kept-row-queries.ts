import type { Query } from './database';
import { type KeptRow, type KeptTable, keptTables } from './kept-tables';

/** Writes rows over those with the same key. All of them name the same columns; columns that they do not name keep their default. */
export async function putRows(query: Query, table: KeptTable, rows: readonly KeptRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).filter((name) => /^[a-z_][a-z0-9_]*$/.test(name));
  const rest = columns.filter((name) => !keyOf(table).includes(name));
  const update = rest.map((name) => `${name} = excluded.${name}`).join(', ');
  await query(
    `insert into ${table} (${columns.join(', ')})
     select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1::json)
     on conflict (${keyOf(table).join(', ')}) do ${update === '' ? 'nothing' : `update set ${update}`}`,
    [JSON.stringify(rows)],
  );
}

/** Takes away the rows with these keys. */
export async function removeRows(query: Query, table: KeptTable, keys: readonly KeptRow[]): Promise<void> {
  const matches = keyOf(table).map((name) => `gone.${name} = ${table}.${name}`);
  await query(
    `delete from ${table} using json_populate_recordset(null::${table}, $1::json) gone where ${matches.join(' and ')}`,
    [JSON.stringify(keys)],
  );
}

function keyOf(table: KeptTable): readonly string[] {
  return keptTables[table];
}

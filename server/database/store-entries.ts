import type { PlacedChange } from '../changes/numbered-change';
import { storeChanges } from '../changes/store-changes';
import type { Query } from './database';
import { deleteTours } from './drop-queries';
import { droppedIn } from './dropped-in';
import { type IntakeEntry, type KeptRows, isKeptRows } from './intake-entry';
import { putRows, removeRows } from './kept-row-queries';
import { type KeptRow, type KeptTable, keptTables } from './kept-tables';
import { setLastNumbers } from './scope-queries';

/** What became of one row over several entries: taken away at some time, and what stands there at their end. */
interface Fate {
  readonly key: KeptRow;
  readonly isRemoved: boolean;
  readonly row: KeptRow | null;
}

/**
 * Does to an empty database what the entries of the journal did to the one before. A tour that was dropped goes where its entry stands:
 * what comes behind it was given back.
 */
export async function storeEntries(query: Query, entries: readonly IntakeEntry[]): Promise<void> {
  let from = 0;
  for (const [place, entry] of entries.entries()) {
    const dropped = droppedIn(entry);
    if (dropped.length === 0) continue;
    await storeTogether(query, entries.slice(from, place));
    await deleteTours(query, dropped);
    from = place;
  }
  await storeTogether(query, entries.slice(from));
}

/** All rows of a table in one statement, because a rebuild reads tens of thousands of them. */
async function storeTogether(query: Query, entries: readonly IntakeEntry[]): Promise<void> {
  const changes: PlacedChange[] = [];
  const tables = new Map<KeptTable, Map<string, Fate>>();
  for (const entry of entries) {
    if (isKeptRows(entry)) follow(tables, entry);
    else changes.push(entry);
  }
  for (const [table, fates] of tables) {
    const gone = [...fates.values()].filter(({ isRemoved }) => isRemoved).map(({ key }) => key);
    if (gone.length > 0) await removeRows(query, table, gone);
    for (const rows of byColumns([...fates.values()].map(({ row }) => row).filter((row) => row !== null)))
      await putRows(query, table, rows);
  }
  await storeChanges(query, changes);
  await numberScopes(query, [...(tables.get('handed')?.values() ?? [])]);
}

/** What was handed took numbers of its scope. */
async function numberScopes(query: Query, handed: readonly Fate[]): Promise<void> {
  if (handed.length === 0) return;
  const last = new Map<string, number>();
  for (const { key } of handed) {
    const scope = String(key['scope']);
    last.set(scope, Math.max(last.get(scope) ?? 0, Number(key['number'])));
  }
  await setLastNumbers(query, last);
}

function follow(tables: Map<KeptTable, Map<string, Fate>>, { table, put = [], remove = [] }: KeptRows): void {
  const fates = tables.get(table) ?? new Map<string, Fate>();
  tables.set(table, fates);
  for (const row of put) {
    const { id, key } = keyOf(table, row);
    const before = fates.get(id);
    fates.set(id, { key, isRemoved: before?.isRemoved ?? false, row: { ...before?.row, ...row } });
  }
  for (const row of remove) {
    const { id, key } = keyOf(table, row);
    fates.set(id, { key, isRemoved: true, row: null });
  }
}

function keyOf(table: KeptTable, row: KeptRow): { readonly id: string; readonly key: KeptRow } {
  const key = Object.fromEntries(keptTables[table].map((name) => [name, row[name] ?? '']));
  return { id: JSON.stringify(key), key };
}

/** A statement writes the same columns of all its rows; rows of an older version may lack some. */
function byColumns(rows: readonly KeptRow[]): readonly (readonly KeptRow[])[] {
  const groups = new Map<string, KeptRow[]>();
  for (const row of rows) {
    const columns = Object.keys(row).sort().join();
    const group = groups.get(columns);
    if (group) group.push(row);
    else groups.set(columns, [row]);
  }
  return [...groups.values()];
}

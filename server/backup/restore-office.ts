import { buffer } from 'node:stream/consumers';
import type { NumberedChange } from '../changes/numbered-change';
import type { Database } from '../database/database';
import type { IntakeEntry } from '../database/intake-entry';
import { type KeptRow, type KeptTable, keptTables } from '../database/kept-tables';
import { readScopes } from '../database/scope-queries';
import { storeEntries } from '../database/store-entries';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { BackupFolder } from './backup-folder';
import type { BackupTable, Manifest } from './backup-manifest';

/**
 * Puts a state that was checked before into an empty database, all of it or nothing: accounts as they were, the log with its
 * numbers, records merged anew from it. What this version of Xunji does not know any more is left out.
 */
export async function restoreOffice(
  database: Database,
  folder: BackupFolder,
  manifest: Manifest,
  identity: string,
): Promise<Outcome<null>> {
  return database.transact(async ({ query, keep }) => {
    if ((await readScopes(query)).size > 0) return fail(problem('restore.notEmpty'));
    for (const table of manifest.tables) {
      const entriesOf = readerOf(table);
      for (const { sha256 } of table.parts) {
        const text = (await buffer(await folder.read('parts', sha256, identity))).toString('utf8');
        const entries = entriesOf(
          text
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as unknown),
        );
        await storeEntries(query, entries);
        keep(entries);
      }
    }
    return succeed(null);
  });
}

/** The bytes were compared with their hash, and only this server ever wrote them: their shape is its own. */
function readerOf({ name }: BackupTable): (lines: readonly unknown[]) => readonly IntakeEntry[] {
  if (name === 'changes') return (lines) => lines as readonly NumberedChange[];
  if (!Object.hasOwn(keptTables, name)) return () => [];
  return (lines) => [{ kind: 'rows', table: name as KeptTable, put: lines as readonly KeptRow[] }];
}

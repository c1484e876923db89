import { buffer } from 'node:stream/consumers';
import type { PlacedChange } from '../changes/numbered-change';
import type { Database } from '../database/database';
import type { IntakeEntry } from '../database/intake-entry';
import { type KeptRow, type KeptTable, keptTables } from '../database/kept-tables';
import { writeEpoch } from '../database/server-queries';
import { storeEntries } from '../database/store-entries';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { BackupFolder } from './backup-folder';
import type { BackupTable, Manifest } from './backup-manifest';
import { isEmpty } from './is-empty';
import { type Ended, nothingEnded, withEnded } from './read-ended';

/**
 * Puts a state that was checked before into an empty database, all of it or nothing: accounts as they were, the log with its
 * numbers, records merged anew from it, under a new epoch. Whose access has `ended` since stays out. What this version of Xunji does not know any more is left out.
 */
export async function restoreOffice(
  database: Database,
  folder: BackupFolder,
  manifest: Manifest,
  identity: string,
  epoch: string,
  ended: Ended = nothingEnded,
  onStep: () => void = () => undefined,
): Promise<Outcome<null>> {
  return database.transact(async ({ query, keep }) => {
    if (!(await isEmpty(query))) return fail(problem('restore.notEmpty'));
    // Of the embedded database the epoch is in a file beside it, new like its directory.
    if (database.name === 'postgresql') await writeEpoch(query, epoch);
    for (const table of manifest.tables) {
      const entriesOf = readerOf(table, ended);
      for (const { sha256 } of table.parts) {
        onStep();
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
function readerOf(
  { name }: BackupTable,
  ended: Ended,
): (lines: readonly unknown[]) => readonly IntakeEntry[] {
  if (name === 'changes') return (lines) => lines as readonly PlacedChange[];
  // A code that was spent after the backup must not open the door once more.
  if (!Object.hasOwn(keptTables, name) || name === 'codes') return () => [];
  return (lines) => {
    const put = (lines as readonly KeptRow[]).map((row) => withEnded(name, row, ended));
    return [{ kind: 'rows', table: name as KeptTable, put }];
  };
}

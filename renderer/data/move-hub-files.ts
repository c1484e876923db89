import { type Outcome, fail, succeed } from '../../shared/outcome';
import type { TransferSettings } from '../../shared/protocol/transfers';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import type { HubFileWaits } from './hub-file-waits';
import { isWanted } from './is-wanted';

/** So many files at once on a local network: more only wait for the same disk. */
const atOnce = 2;

/**
 * Gives the hub the files that it may lack, and gets those that are not here. Which side has one is asked when its turn comes; one that
 * neither has yet is asked for again, later each time.
 */
export async function moveHubFiles(
  database: Database,
  { paused }: TransferSettings,
  waits: HubFileWaits,
  onFetched: () => void,
): Promise<Outcome<null>> {
  if (paused) return succeed(null);
  const waiting = waits.dueOf(await database.hubFiles.toCollection().primaryKeys()).values();
  let trouble: Outcome<null> = succeed(null);
  async function lane(): Promise<void> {
    for (const sha256 of waiting) {
      if (!(await isWanted(database, database.hubFiles, sha256))) continue;
      const moved = await callBridge('hub.moveFile', { sha256 });
      if (moved.ok) {
        waits.noteMoved(sha256);
        await settle(database, sha256, moved.value.moved, onFetched);
      } else if (moved.problem.code.startsWith('attachment.')) waits.noteMissing(sha256);
      else trouble = fail(moved.problem);
      if (!trouble.ok) return;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane));
  return trouble;
}

/** What came from the hub is here now, and goes to the central server from here. */
async function settle(
  { hubFiles, files }: Database,
  sha256: string,
  moved: 'sent' | 'fetched',
  onFetched: () => void,
): Promise<void> {
  await hubFiles.delete(sha256);
  if (moved === 'sent') return;
  const row = await files.get(sha256);
  if (row?.state === 'toFetch') await files.update(sha256, { state: 'toSend', problem: undefined });
  onFetched();
}

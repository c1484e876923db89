import type { Database } from './database';

/**
 * Whether a file is still to be moved now that its turn has come: its tour may have gone since the rows were read, or be going just now. To be asked
 * right before it is fetched; what was begun by then is stopped by main.
 */
export function isWanted(
  database: Database,
  rows: Database['files'] | Database['hubFiles'],
  sha256: string,
): Promise<boolean> {
  return database.transaction('r', rows, database.progress, async () => {
    const { goingFiles = [] } = (await database.progress.get('progress')) ?? {};
    return !goingFiles.includes(sha256) && (await rows.where('sha256').equals(sha256).count()) > 0;
  });
}

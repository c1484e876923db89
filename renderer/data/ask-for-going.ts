import type { Database } from './database';

/**
 * Originals that main was asked to take off the disk and that may be gone, while their rows still say that they are here: they are to be
 * had from the server again, where their tour stays after all. What is here still is found to be so by one question. To be called
 * at a start, before any file moves, and where a removal failed.
 */
export async function askForGoing(database: Database): Promise<void> {
  await database.transaction('rw', database.files, database.progress, async () => {
    const { goingFiles = [] } = (await database.progress.get('progress')) ?? {};
    if (goingFiles.length === 0) return;
    await database.files
      .where('sha256')
      .anyOf([...goingFiles])
      .and(({ state }) => state === 'settled')
      .modify({ state: 'toFetch' });
    await database.progress.update('progress', { goingFiles: [] });
  });
}

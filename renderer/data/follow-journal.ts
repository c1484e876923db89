import type { Database } from './database';

/**
 * The journal's last `count` entries, up to `sequence`, are in the database. Where others lie before them that it lacks (a save that
 * only the journal took), its place stays where it was, and they are read again: merging twice changes nothing.
 */
export async function followJournal(database: Database, sequence: number, count: number): Promise<void> {
  const progress = await database.progress.get('progress');
  if (progress && progress.sequence + count >= sequence)
    await database.progress.update('progress', { sequence });
}

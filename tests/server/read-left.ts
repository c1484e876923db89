import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { isKeptRows } from '../../server/database/intake-entry';
import { openIntakeJournal } from '../../server/database/intake-journal';
import { nodeFileSystem } from '../../shared/node/file-system';
import { testFolder } from './test-folder';

/** A change in the log of a server that is no more: its scope, its number there, its id. */
export interface LeftRow {
  readonly scope: string;
  readonly number: number;
  readonly id: string;
}

/** What a server on PGlite leaves is its intake journal, from which the next start makes all the rest again. A copy of it now, read when it suits. */
export async function copyIntake(directory: string): Promise<() => Promise<readonly LeftRow[]>> {
  const copy = await mkdtemp(join(testFolder(), 'xunji-left-'));
  await cp(join(directory, 'intake'), join(copy, 'intake'), { recursive: true });
  return async () => {
    const rows = await readIntake(copy);
    await rm(copy, { recursive: true });
    return rows;
  };
}

export async function readIntake(directory: string): Promise<readonly LeftRow[]> {
  const opened = await openIntakeJournal(directory, nodeFileSystem, randomUUID);
  if (!opened.ok) throw new Error(opened.problem.code);
  const rows: LeftRow[] = [];
  await opened.value.replay(async (entries) => {
    for (const entry of entries) {
      if (isKeptRows(entry)) continue;
      const { number, change } = entry;
      rows.push({ scope: change.scope, number, id: change.id });
    }
  });
  await opened.value.close();
  return rows;
}

/** What a server on PostgreSQL leaves is what is committed: a transaction that is under way goes with its connection. */
export async function readCommitted(url: string): Promise<readonly LeftRow[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<LeftRow>('select scope, number, id from changes');
  await client.end();
  return rows;
}

import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appendAudit } from '../../../server/access/append-audit';
import { checkAudit } from '../../../server/access/check-audit';
import { pruneAudit } from '../../../server/access/prune-audit';
import type { Database } from '../../../server/database/database';
import { packFrame } from '../../../server/database/intake-frame';
import { openIntakeJournal } from '../../../server/database/intake-journal';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { openTestDatabase } from '../open-test-database';

const day = 24 * 3_600_000;

// What is lost once is lost: one try.
describe('An embedded office whose clock is behind after a power cut', { retry: 0 }, () => {
  let directory: string;

  beforeEach(async () => {
    directory = await makeReadyDirectory();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await removeDataDirectory(directory);
  });

  const append = (database: Database, scope: string, at: number) =>
    database.transact((transaction) => {
      const deed = { scope, account: 'account-1', device: 'laptop-1', act: 'changes.accepted' } as const;
      return appendAudit(transaction, [{ ...deed, subject: scope }], at);
    });
  const numbers = async (database: Database) =>
    (
      await database.ask<{ number: number }>(
        `select number from audit where scope = 'tour-1' order by number`,
      )
    ).map(({ number }) => number);

  /** Entries of 500 days and so many other frames of the journal; then the old ones go, and the power. */
  async function leave(others: number): Promise<void> {
    const database = await openTestDatabase({ directory });
    const now = Date.now();
    for (let age = 500; age > 0; age -= 20) await append(database, 'tour-1', now - age * day);
    await database.close();
    const intake = await openIntakeJournal(directory, nodeFileSystem, randomUUID);
    const heads = Array.from({ length: others }, (_, number) => ({
      scope: 'tour-9',
      number,
      hash: 'sample',
    }));
    if (intake.ok) {
      await intake.value.append(
        heads.map((row) => packFrame([{ kind: 'rows', table: 'audit_heads', put: [row] }])),
      );
      await intake.value.close();
    }
    await rm(join(directory, 'database.clean'));
    // Long enough for a settled copy.
    const once = await openTestDatabase({ directory });
    await once.close();
    const again = await openTestDatabase({ directory });
    await pruneAudit(again, now, 400);
    expect((await numbers(again))[0]).toBe(6);
    await again.close();
    await rm(join(directory, 'database.clean'));
  }

  /** What a start in 2015 finds: its year, the first entry of the log, what does not hold in it, and whether it takes a deletion. */
  async function startBehind() {
    vi.useFakeTimers({ now: Date.parse('2015-01-01T00:00:00Z'), toFake: ['Date'] });
    const database = await openTestDatabase({ directory });
    const [clock] = await database.ask<{ year: string }>(`select to_char(now(), 'YYYY') as year`);
    const [first] = await numbers(database);
    const breaks = await checkAudit((work) => database.transact(({ query }) => work(query)));
    const refused = await database
      .transact(({ query }) => query(`delete from audit where scope = 'tour-1'`))
      .then(() => '', String);
    await database.close();
    return { year: clock?.year, first, breaks, refused };
  }

  const whole = {
    year: '2015',
    first: 6,
    breaks: [{ scope: 'tour-9', number: 1 }], // samples that have no entries
    refused: expect.stringContaining('only ever appended') as string,
  };

  test('starts, from its settled copy, with what was taken away behind that', async () => {
    await leave(190);
    const copies = await readdir(join(directory, 'settled'));
    expect(copies).toHaveLength(1);
    expect(await startBehind()).toEqual(whole);
    expect(await readdir(join(directory, 'settled'))).toEqual(expect.arrayContaining(copies));
  });

  test('starts from the journal alone, where old entries and their end are in different batches of it', async () => {
    await leave(2000);
    await rm(join(directory, 'settled'), { recursive: true, force: true });
    expect(await startBehind()).toEqual(whole);
  });
});

import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileNoter } from '../../../server/access/note-files';
import type { Database } from '../../../server/database/database';
import { asOffice } from '../as-office';
import { handIn } from '../hub/lent-tours';
import { noteChange } from '../note-change';
import { openTestDatabase } from '../open-test-database';
import { type TestPostgres, startPostgres } from '../postgres';

let postgres: TestPostgres;
let database: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  database = await openTestDatabase({ directory: '', url: postgres.url });
});
afterAll(async () => {
  await database?.close();
  await postgres?.stop();
});

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a photo that is named and brought in the same moment is there for all who read its record', async () => {
  const sha256 = sha256Of(randomBytes(40));
  const photo = noteChange({ kind: 'attachment', fields: { sha256: { value: sha256, replaces: [] } } });
  let letCommit = () => {};
  const mayCommit = new Promise<void>((resolve) => (letCommit = resolve));
  let isNamed = () => {};
  const named = new Promise<void>((resolve) => (isNamed = resolve));
  const slow: Database = {
    ...database,
    transact: (work) =>
      database.transact(async (transaction) => {
        const result = await work(transaction);
        isNamed();
        await mayCommit;
        return result;
      }),
  };
  const naming = handIn(slow, [photo]);
  await named;
  const bringing = fileNoter({ database })(asOffice, [{ act: 'stored', sha256 }]);
  // Without waiting for who names it, the file would be noted by now, and not seen by him.
  await Promise.race([bringing, sleep(1000)]);
  letCommit();
  await Promise.all([naming, bringing]);
  const rows = await database.ask<{ scope: string; is_held: boolean }>(
    `select scope, is_held from attachments where sha256 = $1 order by scope`,
    [sha256],
  );
  expect(rows).toEqual([
    { scope: 'server', is_held: true },
    { scope: 'tour-1', is_held: true },
  ]);
});

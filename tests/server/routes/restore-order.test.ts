import { once } from 'node:events';
import { afterAll, expect, test, vi } from 'vitest';
import { noRestore } from '../../../server/backup/restore-desk';
import { succeed } from '../../../shared/outcome';
import { backupsPath } from '../../../shared/protocol/backups';
import { signedFetch } from '../signed';
import { type TestOffice, openTestOffice } from '../test-office';

let opened: TestOffice;
afterAll(() => opened?.close());

test('an order that is noted is done at once, also where whoever gave it has hung up meanwhile', async () => {
  const line = new AbortController();
  const replace = vi.fn();
  let closed: Promise<unknown> = Promise.resolve();
  opened = await openTestOffice({
    before: (app) =>
      app.addHook('onRequest', async (_request, { raw }) => void (closed = once(raw, 'close'))),
    restore: {
      ...noRestore('backup.notSet'),
      // Noted on the disk by now: left alone, it would be done by a start weeks from now.
      order: async () => {
        line.abort();
        await closed;
        return succeed({ replace });
      },
    },
  });
  const url = await opened.app.listen({ port: 0, host: '127.0.0.1' });
  const ordered = signedFetch(opened.administrator)(`${url}${backupsPath}/state-1/replace`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    signal: line.signal,
  });
  await expect(ordered).rejects.toThrow(/abort/);
  await expect.poll(() => replace.mock.calls.length).toBe(1);
});

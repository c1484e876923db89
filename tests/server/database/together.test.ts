import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { together } from '../../../server/database/together';

async function failAfter(millis: number, code: string): Promise<never> {
  await setTimeout(millis);
  throw new Error(code);
}

test('statements that are sent together fail with what failed first: the others fail for it', async () => {
  await expect(together(failAfter(30, 'transaction is aborted'), failAfter(1, 'disk full'))).rejects.toThrow(
    'disk full',
  );
});

test('they have all ended when that is told', async () => {
  let ended = false;
  const slow = setTimeout(30).then(() => (ended = true));
  await expect(together(failAfter(1, 'disk full'), slow)).rejects.toThrow('disk full');
  expect(ended).toBe(true);
});

import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { watchLine } from '../../../electron/sync/watch-line';

it('waits for as long as something moves, and no longer', async () => {
  const line = watchLine(500);
  for (let moved = 0; moved < 12; moved += 1) {
    await sleep(80);
    if (moved < 6) line.sent(1);
    else line.came();
  }
  expect(line.signal.aborted).toBe(false);
  await once(line.signal, 'abort');
});

it('waits longer for what may still be on its way out', async () => {
  const [much, little] = [watchLine(100), watchLine(100)];
  much.sent(10_000_000);
  little.sent(10);
  await once(little.signal, 'abort');
  expect(much.signal.aborted).toBe(false);
  much.end();
});

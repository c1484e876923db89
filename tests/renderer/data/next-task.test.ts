import { afterEach, expect, it, vi } from 'vitest';
import { nextTask } from '../../../renderer/data/next-task';

afterEach(() => void vi.useRealTimers());

it('comes soon also in a window that is minimised, whose timers run once a second', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'requestAnimationFrame'] });
  for (let n = 0; n < 100; n += 1) await nextTask();
  expect(vi.getTimerCount()).toBe(0);
});

it('lets other work come first', async () => {
  const order: string[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => order.push('other'));
  port1.start();
  port2.postMessage(null);
  await nextTask();
  port1.close();
  expect(order).toEqual(['other']);
});

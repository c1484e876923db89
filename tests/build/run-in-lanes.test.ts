import { expect, test } from 'vitest';
import { runInLanes } from '../../build/steps/run-in-lanes';

test('jobs run beside each other in as many lanes and begin in their order; a lane that is free takes the next', async () => {
  const told: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (name: string) => async () => {
    told.push(`${name} begins`);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    told.push(`${name} ends`);
  };
  const all = runInLanes(2, ['long', 'short', 'last'].map(job));
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  await end('short');
  await end('long');
  await end('last');
  await all;
  expect(told).toEqual([
    'long begins',
    'short begins',
    'short ends',
    'last begins',
    'long ends',
    'last ends',
  ]);
});

import { expect, it } from 'vitest';
import { checkSchedules } from './check-schedules';
import { runSchedules } from './run-schedules';

checkSchedules(0);

it('the same seed does the same, step by step', async () => {
  const [one, again, other] = [
    await runSchedules(1, 10),
    await runSchedules(1, 10),
    await runSchedules(2, 10),
  ];
  expect(again.trace).toBe(one.trace);
  expect(other.trace).not.toBe(one.trace);
});

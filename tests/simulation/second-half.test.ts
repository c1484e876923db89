import { expect, it } from 'vitest';
import { checkSchedules } from './check-schedules';
import { keptSeeds } from './kept-seeds';
import { runSchedule } from './run-schedule';

checkSchedules(1);

it.each(keptSeeds)('found once, and never again: %s (%s)', async (kept) => {
  expect((await runSchedule(kept)).faults).toEqual([]);
});

import { expect, it } from 'vitest';
import { runSchedule } from './run-schedule';
import { runSchedules } from './run-schedules';

/** The seed of the first schedule, and how many there are; `npm run soak -- --schedules N` does more, and without a test around them. */
const seed = Number(process.env['XUNJI_SEED'] ?? 1);
const all = 10_000;
const withOtherClocks = 1_000;

/** One half of the schedules; the two run beside each other. */
export function checkSchedules(half: 0 | 1): void {
  const from = seed + (half * all) / 2;

  it(`all laptops, the hub and the server end the same, with everything that was typed: ${all / 2} schedules from ${from}`, async () => {
    const summary = await runSchedules(from, all / 2);
    expect(summary).toMatchObject({ lost: 0, failing: [], converged: all / 2 });
  });

  it(`clocks decide nothing: ${withOtherClocks / 2} schedules with other ones`, async () => {
    for (let next = from; next < from + withOtherClocks / 2; next += 1) {
      const [one, other] = [await runSchedule(next), await runSchedule(next, { clocks: 1 })];
      expect({ seed: next, merge: other.clockless }).toEqual({ seed: next, merge: one.clockless });
    }
  });
}

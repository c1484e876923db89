import { describe, expect, it } from 'vitest';
import { type TeamScheduleFaults, runTeamSchedule } from './run-team-schedule';

const seed = Number(process.env['XUNJI_SEED'] ?? 1);
const schedules = 1_000;
const forTwins = 60;

/** Each takes one safeguard out, and must be noticed. */
const sabotages: readonly (readonly [string, TeamScheduleFaults])[] = [
  ['what moves to a team and is not handed to it', { noHandOver: true }],
  ['a team that is given what is another’s', { noViews: true }],
  ['a journal that keeps what a laptop may read no more', { keepsRemoved: true }],
  ['a tour that goes before what was typed in it was handed in', { removesUnsent: true }],
  ['a tour that is put away with words that are only here', { putsAwayUnsent: true }],
  ['a cursor that passes what was not given', { cursorAhead: true }],
];

describe('Teams, stops that move between them, and people who come and go', () => {
  it(`each laptop ends with what it may see, and the server with all that was typed: ${schedules} schedules from ${seed}`, async () => {
    const failing: (readonly [number, readonly string[]])[] = [];
    for (let next = seed; next < seed + schedules; next += 1) {
      const faults = await runTeamSchedule(next);
      if (faults.length > 0) failing.push([next, faults.slice(0, 5)]);
    }
    expect(failing).toEqual([]);
  });

  it.each(sabotages)('%s is noticed', async (_what, faults) => {
    let noticed: readonly string[] = [];
    for (let next = 1; next <= forTwins && noticed.length === 0; next += 1)
      noticed = await runTeamSchedule(next, faults);
    expect(noticed).not.toEqual([]);
  });
});

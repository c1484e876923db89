import { describe, expect, it } from 'vitest';
import { keptTeamSeeds } from './kept-seeds';
import { type TeamScheduleFaults, runTeamSchedule } from './run-team-schedule';

const seed = Number(process.env['XUNJI_SEED'] ?? 1);
const schedules = 1_000;
const forTwins = 60;
const kept = keptTeamSeeds.map(([next]) => next);

/** Each takes one safeguard out, and must be noticed. */
const sabotages: readonly (readonly [string, TeamScheduleFaults])[] = [
  ['what moves to a team and is not handed to it', { noHandOver: true }],
  ['a team that is given what is another’s', { noViews: true }],
  ['a journal that keeps what a laptop may read no more', { keepsRemoved: true }],
  ['a tour that goes before what was typed in it was handed in', { removesUnsent: true }],
  ['a tour that is put away with words that are only here', { putsAwayUnsent: true }],
  ['a cursor that passes what was not given', { cursorAhead: true }],
  ['a row that was handed to a team and got lost', { losesHanded: true }],
  ['a backup without what was handed', { backsUpNoHanded: true }],
  ['a hub that brings what the server took away', { forgetsTaken: true }],
  [
    'words from before a restore that a server takes before what they were typed upon',
    { takesFromBefore: true },
  ],
  ['a part of a tour that is put away', { staysAway: true }],
];

describe('Teams, stops that move between them, people who come and go, a hub, sticks and an older backup', () => {
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
    const seeds = [...Array.from({ length: forTwins }, (_, place) => place + 1), ...kept];
    for (let next = seeds.shift(); next !== undefined && noticed.length === 0; next = seeds.shift())
      noticed = await runTeamSchedule(next, faults);
    expect(noticed).not.toEqual([]);
  });

  it.each(keptTeamSeeds)('found once, and never again: %s (%s)', async (next) => {
    expect(await runTeamSchedule(next)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { merge } from '../../shared/changes/merge';
import { type ScheduleOptions, runSchedule } from './run-schedule';
import { runSchedules } from './run-schedules';

const count = 60;

/** Of the values of a field the one with the latest time stands, as so many programs do it. */
const latestWins: typeof merge = (state, change) => {
  const merged = merge(state, change);
  const fields = Object.entries(merged.fields).map(([name, field]) => {
    const [latest] = field.heads.toSorted((a, b) => (a.at < b.at ? 1 : -1));
    return [name, { ...field, heads: latest ? [latest] : [] }];
  });
  return { ...merged, fields: Object.fromEntries(fields) as typeof merged.fields };
};

/** Each takes one safeguard out; whoever looks at the end must notice, or the other schedules prove nothing. */
const sabotages: readonly (readonly [string, NonNullable<ScheduleOptions['faults']>])[] = [
  ['a server that takes a change twice', { noDedupe: true }],
  ['a cursor that passes what was not given', { cursorAhead: true }],
  ['numbers that are given without the lock', { noLock: true }],
  ['a reply that is applied table by table', { noTransaction: true }],
  ['another database that is taken for the same', { epochIgnored: true }],
  ['the latest by the clock in place of all that stands', { merge: latestWins }],
  ['an acknowledgement before the disk', { ackFirst: true }],
  ['what came from the hub and is not handed on', { notPassedOn: true }],
  ['a mark that says saved before the journal has it', { savedFirst: true }],
];

describe('the schedules notice', () => {
  it.each(sabotages)('%s', async (_what, faults) => {
    let noticed: readonly string[] = [];
    for (let seed = 1; seed <= count && noticed.length === 0; seed += 1)
      noticed = (await runSchedule(seed, { faults })).faults;
    expect(noticed).not.toEqual([]);
  });

  it('nothing where nothing was taken out', async () => {
    expect(await runSchedules(1, count)).toMatchObject({ converged: count, lost: 0, failing: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { type Stop, stopSchema } from '../../../shared/records/stop';
import { tourSchema } from '../../../shared/records/tour';
import { hasBegun } from '../../../shared/tours/has-begun';
import { planAgainstActual } from '../../../shared/tours/plan-against-actual';
import {
  addStop,
  moveStop,
  removeStop,
  reorderStop,
  resumeStop,
  skipStop,
  swapStop,
} from '../../../shared/tours/route-edits';
import type { StopEdit } from '../../../shared/tours/stop-edit';

const planning = { begun: false, reason: '' };
const onTheWay = { begun: true, reason: '道路施工' };

const stop = (id: string, order: number, more: object = {}): Stop =>
  stopSchema.parse({ id, tour: 't', team: 'a', order, plannedOrder: order, plannedTeam: 'a', ...more });

const route = [stop('p1', 1), stop('p2', 2), stop('p3', 3)];

function applied(all: readonly Stop[], edits: readonly StopEdit[]): readonly Stop[] {
  const stops = new Map<string, unknown>(all.map((one) => [one.id, one]));
  for (const { id, values } of edits) stops.set(id, { id, ...(stops.get(id) as object), ...values });
  return [...stops.values()]
    .map((one) => stopSchema.parse(one))
    .filter(({ deleted }) => !deleted)
    .toSorted((a, b) => a.team.localeCompare(b.team) || a.order - b.order);
}

const ids = (all: readonly Stop[]) => all.map(({ id, order, plannedOrder }) => [id, order, plannedOrder]);

describe('a route that is being planned', () => {
  it('takes its plan along when a stop goes to another place', () => {
    expect(ids(applied(route, reorderStop(route, 'p3', 0, planning)))).toEqual([
      ['p3', 1, 1],
      ['p1', 2, 2],
      ['p2', 3, 3],
    ]);
  });

  it('does nothing for a stop that stays, is not there, or belongs to the team already', () => {
    expect(reorderStop(route, 'p2', 1, planning)).toEqual([]);
    expect(reorderStop(route, 'p3', 99, planning)).toEqual([]);
    expect(reorderStop(route, 'p9', 1, planning)).toEqual([]);
    expect(moveStop(route, 'p1', 'a', planning)).toEqual([]);
  });

  it('loses a stop without a gap', () => {
    expect(ids(applied(route, removeStop(route, 'p1')))).toEqual([
      ['p2', 1, 1],
      ['p3', 2, 2],
    ]);
  });

  it('gets a stop in the middle, which is planned', () => {
    const made = { id: 'n', tour: 't', team: 'a', site: 's', spot: '', plannedAt: '09:30', planned: true };
    const after = applied(route, addStop(route, made, 'p1', planning));
    expect(ids(after)).toEqual([
      ['p1', 1, 1],
      ['n', 2, 2],
      ['p2', 3, 3],
      ['p3', 4, 4],
    ]);
    expect(after[1]).toMatchObject({ status: 'planned', reason: '', plannedAt: '09:30' });
  });
});

describe('a route that is under way', () => {
  it('keeps the plan and the reason when a stop goes to another place', () => {
    const after = applied(route, reorderStop(route, 'p3', 0, onTheWay));
    expect(ids(after)).toEqual([
      ['p3', 1, 3],
      ['p1', 2, 1],
      ['p2', 3, 2],
    ]);
    expect(after.map(({ reason }) => reason)).toEqual(['道路施工', '', '']);
  });

  it('keeps the plan of a tour that was imported before plans were kept', () => {
    const old = route.map((one) => ({ ...one, plannedOrder: null, plannedTeam: '' }));
    expect(ids(applied(old, reorderStop(old, 'p3', 0, onTheWay)))).toEqual([
      ['p3', 1, 3],
      ['p1', 2, 1],
      ['p2', 3, 2],
    ]);
  });

  it('visits another place instead: one skipped, one swapped in behind it, both with the reason', () => {
    const [, skipped] = route;
    if (!skipped) throw new Error('no stop');
    const after = applied(route, swapStop(route, { id: 'n', site: 's', spot: '' }, skipped, onTheWay));
    expect(ids(after)).toEqual([
      ['p1', 1, 1],
      ['p2', 2, 2],
      ['n', 3, null],
      ['p3', 4, 3],
    ]);
    expect(after[1]).toMatchObject({ status: 'skipped', reason: '道路施工' });
    expect(after[2]).toMatchObject({ status: 'swapped', insteadOf: 'p2', reason: '道路施工' });
  });

  it('takes a skipped stop back as what it was before', () => {
    const made = { id: 'n', tour: 't', team: 'a', site: 's', spot: '', plannedAt: '', planned: false };
    let all = applied(route, addStop(route, made, '', onTheWay));
    expect(all.at(-1)).toMatchObject({ id: 'n', status: 'added', plannedOrder: null });
    for (const [id, status, reason] of [
      ['n', 'added', onTheWay.reason],
      ['p1', 'planned', ''],
    ] as const) {
      // Skipped for one reason after another: the reason why it came onto the route is still there.
      all = applied(all, skipStop(all, id, '封路'));
      all = applied(all, skipStop(all, id, '修路'));
      const skipped = all.find((one) => one.id === id);
      expect(skipped).toMatchObject({ status: 'skipped', reason: '修路' });
      if (skipped) all = applied(all, resumeStop(all, skipped));
      expect(all.find((one) => one.id === id)).toMatchObject({ status, reason });
    }
  });

  it('gives a stop to another team and still knows whose it was', () => {
    const all = [...route, stop('q1', 1, { team: 'b', plannedTeam: 'b' })];
    const after = applied(all, moveStop(all, 'p1', 'b', onTheWay));
    expect(after.map(({ id, team, order, plannedTeam }) => [id, team, order, plannedTeam])).toEqual([
      ['p2', 'a', 1, 'a'],
      ['p3', 'a', 2, 'a'],
      ['q1', 'b', 1, 'b'],
      ['p1', 'b', 2, 'a'],
    ]);
    expect(planAgainstActual(after, 'b').map(({ deviation }) => deviation)).toEqual(['open', 'otherTeam']);
  });
});

describe('plan against actual', () => {
  it('tells delays, the order of the visits, and what the plan did not know', () => {
    const all = [
      stop('p1', 1, { plannedAt: '09:00', visitedAt: '09:12', status: 'visited' }),
      stop('p2', 2, { plannedAt: '09:40', status: 'skipped', reason: '修路' }),
      stop('p3', 3, { plannedAt: '10:20', visitedAt: '11:00', status: 'visited' }),
      stop('p4', 4, { plannedAt: '11:00', visitedAt: '10:05', status: 'visited' }),
      stop('n', 5, { plannedOrder: null, visitedAt: '11:30', status: 'added' }),
      stop('p5', 6, { plannedAt: '11:40', plannedOrder: 5 }),
    ];
    expect(
      planAgainstActual(all, 'a').map(({ stop: { id }, plannedOrder, actualOrder, delay, deviation }) => [
        id,
        plannedOrder,
        actualOrder,
        delay,
        deviation,
      ]),
    ).toEqual([
      ['p1', 1, 1, 12, 'asPlanned'],
      ['p4', 4, 2, -55, 'moved'],
      ['p3', 3, 3, 40, 'moved'],
      ['n', null, 4, null, 'added'],
      ['p2', 2, null, null, 'skipped'],
      ['p5', 5, null, null, 'open'],
    ]);
  });

  it('calls nobody out of order because another stop was skipped', () => {
    const all = [
      stop('p1', 1, { status: 'skipped' }),
      stop('p2', 2, { visitedAt: '09:00' }),
      stop('p3', 3, { visitedAt: '10:00' }),
    ];
    expect(planAgainstActual(all, 'a').map(({ deviation }) => deviation)).toEqual([
      'asPlanned',
      'asPlanned',
      'skipped',
    ]);
  });
});

describe('a tour has begun', () => {
  const tour = (date: object) => tourSchema.parse({ id: 't', date });

  it('on its day, and as soon as somebody was anywhere', () => {
    const day = tour({ from: '2026-11-20', to: '2026-11-21' });
    expect(
      ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map((today) => hasBegun(day, route, today)),
    ).toEqual([false, true, true, false]);
    expect(hasBegun(tour({ asWritten: '10月8日' }), route, '2026-10-08')).toBe(false);
    expect(hasBegun(tour({}), [stop('p1', 1, { visitedAt: '09:00' })], '2026-10-08')).toBe(true);
  });
});

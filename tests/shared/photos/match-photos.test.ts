import { expect, it } from 'vitest';
import { type MatchBasis, type RouteStop, matchPhoto } from '../../../shared/photos/match-photos';

const stop = (id: string, more: Partial<RouteStop>): RouteStop => ({
  id,
  visitedAt: '',
  leftAt: '',
  plannedAt: '',
  status: 'planned',
  position: null,
  ...more,
});
const gate = { latitude: 30.5, longitude: 114.3 };
const basis = (stops: readonly RouteStop[], more: Partial<MatchBasis> = {}): MatchBasis => ({
  stops,
  day: { from: '2026-11-20', to: null },
  clockOffset: 0,
  zone: 480,
  ...more,
});
const photo = (takenAt: string, position: typeof gate | null = null) => ({ takenAt, position });
const route = [
  stop('a', { visitedAt: '09:00', leftAt: '09:20' }),
  stop('b', { visitedAt: '10:00', leftAt: '10:30' }),
];

it('puts a picture taken during a visit to that stop, and one on the way to the nearer', () => {
  const placed = (time: string) => matchPhoto(photo(`2026-11-20T${time}`), basis(route));
  expect(placed('09:10:00')).toEqual({ kind: 'placed', stop: 'a', placed: 'time' });
  expect(placed('09:35:00')).toMatchObject({ stop: 'a' });
  expect(placed('09:45:00')).toMatchObject({ stop: 'b' });
  expect(placed('09:40:00')).toEqual({ kind: 'unsure', candidates: ['a', 'b'] });
});

it('is unsure about another day, no time, an unknown day, and a time far from every visit', () => {
  expect(matchPhoto(photo('2026-11-19T09:10:00'), basis(route)).kind).toBe('unsure');
  expect(matchPhoto(photo(''), basis(route)).kind).toBe('unsure');
  expect(matchPhoto(photo('2026-11-20T09:10:00'), basis(route, { day: { from: null, to: null } })).kind).toBe(
    'unsure',
  );
  expect(matchPhoto(photo('2026-11-20T13:00:00'), basis(route))).toEqual({
    kind: 'unsure',
    candidates: ['b'],
  });
});

it('corrects the clock of the camera, also over midnight, and understands an offset of its own', () => {
  const late = basis(route, { clockOffset: 9 * 3600 });
  expect(matchPhoto(photo('2026-11-20T00:05:00'), late)).toMatchObject({ stop: 'a' });
  expect(matchPhoto(photo('2026-11-19T23:59:00'), basis(route, { clockOffset: 36_600 }))).toMatchObject({
    stop: 'b',
  });
  expect(matchPhoto(photo('2026-11-20T01:10:00+00:00'), basis(route))).toMatchObject({ stop: 'a' });
});

it('believes the position before the time within 300 metres, and not beyond', () => {
  const stops = [stop('a', { visitedAt: '09:00' }), stop('b', { visitedAt: '10:00', position: gate })];
  const at = (latitude: number) =>
    matchPhoto(photo('2026-11-20T09:00:00', { ...gate, latitude }), basis(stops));
  expect(at(30.5025)).toEqual({ kind: 'placed', stop: 'b', placed: 'position' });
  expect(at(30.503)).toEqual({ kind: 'placed', stop: 'a', placed: 'time' });
});

it('lets the time choose among stops at one place, and is unsure between them without a time', () => {
  const stops = [
    stop('a', { visitedAt: '09:00', position: gate }),
    stop('b', { visitedAt: '10:00', position: gate }),
    stop('c', { visitedAt: '09:55' }),
  ];
  expect(matchPhoto(photo('2026-11-20T09:54:00', gate), basis(stops))).toEqual({
    kind: 'placed',
    stop: 'b',
    placed: 'position',
  });
  expect(matchPhoto(photo('', gate), basis(stops))).toEqual({ kind: 'unsure', candidates: ['a', 'b'] });
});

it('goes by the plan only while no arrival is noted, and never by the plan of a skipped stop', () => {
  const planned = [stop('a', { plannedAt: '09:00', status: 'skipped' }), stop('b', { plannedAt: '9:30' })];
  expect(matchPhoto(photo('2026-11-20T09:00:00'), basis(planned))).toMatchObject({ stop: 'b' });
  const begun = [...planned, stop('c', { visitedAt: '10:00' })];
  expect(matchPhoto(photo('2026-11-20T09:30:00'), basis(begun))).toMatchObject({ stop: 'c' });
});

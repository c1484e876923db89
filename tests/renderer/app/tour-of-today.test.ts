import { expect, it } from 'vitest';
import { tourOfToday } from '../../../renderer/app/tour-of-today';
import { type Tour, tourSchema } from '../../../shared/records/tour';

const tour = (id: string, from: string | null, to: string | null = null): Tour =>
  tourSchema.parse({ id, date: { from, to } });

it('opens the tour that goes on today', () => {
  const tours = [tour('past', '2026-11-18'), tour('now', '2026-11-20', '2026-11-21'), tour('undated', null)];
  expect(tourOfToday(tours, '2026-11-20')?.id).toBe('now');
  expect(tourOfToday(tours, '2026-11-21')?.id).toBe('now');
  expect(tourOfToday(tours, '2026-11-18')?.id).toBe('past');
});

it('leaves the choice to the person on other days and where two tours go on', () => {
  const tours = [tour('one', '2026-11-20'), tour('two', '2026-11-19', '2026-11-20')];
  expect(tourOfToday(tours, '2026-11-20')).toBeUndefined();
  expect(tourOfToday(tours, '2026-11-25')).toBeUndefined();
  expect(tourOfToday([], '2026-11-20')).toBeUndefined();
});

it('opens the only tour there is whatever its date', () => {
  expect(tourOfToday([tour('only', '2024-01-01')], '2026-11-20')?.id).toBe('only');
});

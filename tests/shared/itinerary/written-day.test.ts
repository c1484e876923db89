import { expect, it } from 'vitest';
import { writtenDay } from '../../../shared/itinerary/written-day';

it.each([
  ['2026-11-20', '2026-11-20', '2026-11-20'],
  ['2026/11/2', '2026-11-02', '2026-11-02'],
  ['2026年11月20日', '2026-11-20', '2026-11-20'],
  ['２０２６年11月20日（星期五）', '2026-11-20', '2026-11-20'],
  ['2026-11-20 08:30', '2026-11-20', '2026-11-20'],
  ['2026年11月20日至21日', '2026-11-20', '2026-11-21'],
  ['2026年12月31日—2027年1月1日', '2026-12-31', '2027-01-01'],
  ['2024-02-29', '2024-02-29', '2024-02-29'],
])('reads %s as a period from %s to %s and keeps its words', (cell, from, to) => {
  expect(writtenDay(cell)).toEqual({ asWritten: cell, from, to, basis: '' });
});

it('reads a day number of Excel', () => {
  expect(writtenDay(46346)).toMatchObject({ from: '2026-11-20', to: '2026-11-20' });
});

it.each(['11月20日', '2月29日', '11月20日至21日', '11月下旬', '2026年秋'])(
  'keeps %s as written without guessing a day',
  (cell) => {
    expect(writtenDay(cell)).toEqual({ asWritten: cell, from: null, to: null, basis: '' });
  },
);

it.each(['2026-02-30', '2025-02-29', '13月1日', '2026-11-21至2026-11-20', '待定', 12, 46346.5, true])(
  'does not take %s for a date',
  (cell) => {
    expect(writtenDay(cell)).toBeNull();
  },
);

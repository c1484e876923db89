import { elapsedBetween } from '../elapsed-between';
import { timeOfState } from './time-of-state';

const dayMillis = 24 * 3_600_000;

/** Longer than an office is closed for a feast. */
export const longestPause = 10 * dayMillis;

/** A clock that is set by an hour or so harms nothing. */
const least = dayMillis;

/** For so long that whoever looks once a week sees it. */
const told = 8 * dayMillis;

/** What the clock said at two states, of which the second was written next. ISO 8601. */
export interface ClockJump {
  readonly from: string;
  readonly to: string;
}

/** The last time that the clock went back or far ahead between two states, of those of the last week or so; in the order in which they were written. */
export function findClockJump(ids: readonly string[], within = told): ClockJump | null {
  const times = ids.map(timeOfState).filter((time) => time !== '');
  let elapsed = 0;
  for (let place = times.length - 1; place > 0 && elapsed < within; place -= 1) {
    const [from = '', to = ''] = times.slice(place - 1, place + 1);
    const [before, after] = [Date.parse(from), Date.parse(to)];
    if (after - before > longestPause || before - after > least) return { from, to };
    elapsed += elapsedBetween(before, after, longestPause);
  }
  return null;
}

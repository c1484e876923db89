/**
 * How much of the time between two moments, in milliseconds, may be believed. A clock that was set tells of a pause that never was, and
 * what is deleted by age would go at once: a pause that is longer than `longest`, or negative, counts nothing. What was written before a
 * server rested for so long is kept the longer for it.
 */
export function elapsedBetween(from: number, to: number, longest: number): number {
  const pause = to - from;
  return pause > 0 && pause <= longest ? pause : 0;
}

/** How long a span is, in the largest unit that people still picture: nobody reads 37,923,979 minutes. */
export interface RoughSpan {
  readonly unit: 'minutes' | 'hours' | 'days' | 'years';
  readonly n: number;
}

/** Minutes without sign → a rounded number of a unit, never below two of it except for minutes. */
export function roughSpan(minutes: number): RoughSpan {
  const hours = minutes / 60;
  const days = hours / 24;
  if (hours < 2) return { unit: 'minutes', n: Math.round(minutes) };
  if (days < 2) return { unit: 'hours', n: Math.round(hours) };
  if (days < 2 * 365.25) return { unit: 'days', n: Math.round(days) };
  return { unit: 'years', n: Math.round(days / 365.25) };
}

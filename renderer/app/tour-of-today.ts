import type { Tour } from '../../shared/records/tour';

/** The tour to open at the start: the only one that goes on today ("YYYY-MM-DD"), or the only one there is. */
export function tourOfToday(tours: readonly Tour[], today: string): Tour | undefined {
  const [first, ...others] = tours.filter(
    ({ date: { from, to } }) => from !== null && from <= today && today <= (to ?? from),
  );
  if (first) return others.length === 0 ? first : undefined;
  return tours.length === 1 ? tours[0] : undefined;
}

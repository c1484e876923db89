import type { Stop } from '../records/stop';
import type { Tour } from '../records/tour';
import { wasVisited } from '../records/was-visited';

/**
 * Whether the tour is under way: from then on the plan stays as it was, and a change of the route asks for a reason.
 * `today` is "YYYY-MM-DD". A day that is long over without a visit is a plan that is being entered afterwards.
 */
export function hasBegun({ date }: Pick<Tour, 'date'>, stops: readonly Stop[], today: string): boolean {
  const isItsDay = date.from !== null && date.from <= today && today <= (date.to ?? date.from);
  return isItsDay || stops.some(wasVisited);
}

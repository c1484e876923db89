import type { Json } from '../../../shared/json';
import type { Stop } from '../../../shared/records/stop';

type Values = Readonly<Record<string, Json>>;

/** How a stop came onto the route must survive the visit, and so must the reason for it. */
function keepsStatus({ status }: Pick<Stop, 'status'>): boolean {
  return status === 'added' || status === 'swapped';
}

/** What changes when somebody arrives; `at` is "HH:mm". */
export function arrive(stop: Pick<Stop, 'status'>, at: string): Values {
  return keepsStatus(stop) ? { visitedAt: at } : { status: 'visited', visitedAt: at, reason: '' };
}

/** What changes when an arrival is taken back. */
export function undoArrival(stop: Pick<Stop, 'status'>): Values {
  return keepsStatus(stop) ? { visitedAt: '' } : { status: 'planned', visitedAt: '' };
}

import type { Json } from '../../../shared/json';
import type { Stop } from '../../../shared/records/stop';
import { openStatus } from '../../../shared/tours/route-edits';

type Values = Readonly<Record<string, Json>>;

/**
 * What changes when somebody arrives; `at` is "HH:mm". How a stop came onto the route must survive the visit, and so must the
 * reason for it; only the reason why nobody would go is no longer true.
 */
export function arrive(stop: Stop, at: string, route: readonly Stop[]): Values {
  const open = stop.status === 'visited' ? 'planned' : openStatus(route, stop);
  const status = open === 'planned' ? 'visited' : open;
  return {
    status,
    visitedAt: at,
    ...(stop.status === 'skipped' ? { reason: stop.earlierReason, earlierReason: '' } : {}),
  };
}

/** What changes when an arrival is taken back. */
export function undoArrival(stop: Stop): Values {
  return { ...(stop.status === 'visited' ? { status: 'planned' } : {}), visitedAt: '', leftAt: '' };
}

import type { Stop } from '../records/stop';
import { wasVisited } from '../records/was-visited';

/** What of a stop is there, counted. */
export interface StopContents {
  /** Everything that stands as a card. */
  readonly recorded: number;
  readonly photos: number;
  readonly answered: number;
}

/** Neither visited nor skipped: nobody said what became of it. */
export function isOpenStop(stop: Pick<Stop, 'status' | 'visitedAt'>): boolean {
  return !wasVisited(stop) && stop.status !== 'skipped';
}

/** Somebody was there, and nothing was written down; photos alone do not say what was seen. */
export function lacksNotes(
  stop: Pick<Stop, 'status' | 'visitedAt'>,
  contents: StopContents | undefined,
): boolean {
  return wasVisited(stop) && (contents?.recorded ?? 0) + (contents?.answered ?? 0) === 0;
}

export function lacksPhotos(
  stop: Pick<Stop, 'status' | 'visitedAt'>,
  contents: StopContents | undefined,
): boolean {
  return wasVisited(stop) && (contents?.photos ?? 0) === 0;
}

/** Nothing of a whole route has arrived on this computer: nobody has been anywhere, as far as it knows. */
export function isSilentRoute(
  route: readonly Pick<Stop, 'id' | 'status' | 'visitedAt'>[],
  contents: ReadonlyMap<string, StopContents>,
): boolean {
  return route.length > 0 && route.every((stop) => !contents.has(stop.id) && !wasVisited(stop));
}

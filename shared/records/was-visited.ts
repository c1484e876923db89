import type { Stop } from './stop';

/**
 * Whether somebody is recorded to have been there. The time of arrival is the sign: the status alone cannot say it, because a
 * stop that was added or swapped in keeps that status when it is visited.
 */
export function wasVisited(stop: Pick<Stop, 'status' | 'visitedAt'>): boolean {
  return stop.visitedAt !== '' || stop.status === 'visited';
}

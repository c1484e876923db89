import type { Stop } from '../records/stop';
import type { StopEdit } from './stop-edit';

/**
 * Whether a stop was in the plan. A tour that was imported before plans were kept has no planned order anywhere: there
 * only the marks of stops that came in on the way say that they were not.
 */
export function inPlan(stop: Stop, all: readonly Stop[]): boolean {
  if (stop.plannedOrder !== null) return true;
  const isPlanKept = all.some(({ plannedOrder }) => plannedOrder !== null);
  return !isPlanKept && stop.insteadOf === '' && stop.status !== 'added' && stop.status !== 'swapped';
}

/** The team that the plan gave a stop to. */
export function plannedTeam(stop: Stop): string {
  return stop.plannedTeam || stop.team;
}

/** Keeps the plan of a tour that has none yet, before the first change on the way would lose it. */
export function keepPlan(all: readonly Stop[]): readonly StopEdit[] {
  if (all.some(({ plannedOrder }) => plannedOrder !== null)) return [];
  return all
    .filter((stop) => inPlan(stop, all))
    .map(({ id, order, team }) => ({ id, values: { plannedOrder: order, plannedTeam: team } }));
}

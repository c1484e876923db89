import type { Stop } from '../records/stop';
import { wasVisited } from '../records/was-visited';
import { inPlan, plannedTeam } from './in-plan';
import { minutesBetween } from './minutes-between';

/** How a stop's visit went against the plan; `open`: nobody has been there and nobody has decided against it. */
export type Deviation = 'asPlanned' | 'moved' | 'otherTeam' | 'skipped' | 'added' | 'swapped' | 'open';

export interface PlanRow {
  readonly stop: Stop;
  readonly plannedOrder: number | null;
  /** Its place among the visits of its team, from 1. */
  readonly actualOrder: number | null;
  /** Minutes after the planned time, below 0 when they came early; null where one of the times is not known. */
  readonly delay: number | null;
  readonly deviation: Deviation;
}

/** The route of one team as it was planned and as it went: visits in their order, then what is left. */
export function planAgainstActual(all: readonly Stop[], team: string): readonly PlanRow[] {
  const route = all.filter((stop) => stop.team === team).toSorted((a, b) => a.order - b.order);
  const visited = route.filter(wasVisited).toSorted(byTime);
  const followed = visited.filter((stop) => inPlan(stop, all) && plannedTeam(stop) === team);
  const asPlanned = followed.toSorted((a, b) => placeInPlan(a) - placeInPlan(b));
  return [...visited, ...route.filter((stop) => !wasVisited(stop))].map((stop) => {
    const place = visited.indexOf(stop);
    return {
      stop,
      plannedOrder: inPlan(stop, all) ? placeInPlan(stop) : null,
      actualOrder: place < 0 ? null : place + 1,
      delay: place < 0 ? null : minutesBetween(stop.plannedAt, stop.visitedAt),
      deviation: deviationOf(stop, all, asPlanned.indexOf(stop) !== followed.indexOf(stop)),
    };
  });
}

function deviationOf(stop: Stop, all: readonly Stop[], isMoved: boolean): Deviation {
  if (stop.status === 'skipped' && !wasVisited(stop)) return 'skipped';
  if (stop.insteadOf !== '' || stop.status === 'swapped') return 'swapped';
  if (!inPlan(stop, all)) return 'added';
  if (plannedTeam(stop) !== stop.team) return 'otherTeam';
  if (!wasVisited(stop)) return 'open';
  return isMoved ? 'moved' : 'asPlanned';
}

function placeInPlan({ plannedOrder, order }: Stop): number {
  return plannedOrder ?? order;
}

/** By the time of arrival; a visit without one keeps its place behind those of the same route. */
function byTime(left: Stop, right: Stop): number {
  if (left.visitedAt === '' || right.visitedAt === '') return left.order - right.order;
  return left.visitedAt < right.visitedAt
    ? -1
    : left.visitedAt > right.visitedAt
      ? 1
      : left.order - right.order;
}

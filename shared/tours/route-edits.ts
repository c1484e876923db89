import type { Stop } from '../records/stop';
import { inPlan, keepPlan, plannedTeam } from './in-plan';
import type { StopEdit } from './stop-edit';

/** How a change of the route is meant. */
export interface RouteChange {
  /** The tour is under way: the plan stays, and `reason` says why the route does not follow it. */
  readonly begun: boolean;
  readonly reason: string;
}

/** Takes a stop to another place of its team's route; `place` counts from 0. */
export function reorderStop(
  all: readonly Stop[],
  id: string,
  place: number,
  change: RouteChange,
): readonly StopEdit[] {
  const stop = all.find((other) => other.id === id);
  if (stop === undefined) return [];
  const route = routeOf(all, stop.team);
  const others = route.filter((other) => other.id !== id);
  const moved = others.toSpliced(Math.max(0, Math.min(place, others.length)), 0, stop);
  if (moved.every((other, index) => other === route[index])) return [];
  return joinEdits(all, [
    ...numbered(moved, all, change),
    ...(change.begun ? [{ id, values: { reason: change.reason } }] : []),
  ]);
}

/** Takes a stop to the end of another team's route. */
export function moveStop(
  all: readonly Stop[],
  id: string,
  team: string,
  change: RouteChange,
): readonly StopEdit[] {
  const stop = all.find((other) => other.id === id);
  if (stop === undefined || stop.team === team) return [];
  const left = routeOf(all, stop.team).filter((other) => other.id !== id);
  const joined = [...routeOf(all, team), { ...stop, team }];
  const kept: StopEdit['values'] = change.begun
    ? { plannedTeam: plannedTeam(stop), reason: change.reason }
    : { plannedTeam: team };
  return joinEdits(all, [
    ...numbered(left, all, change),
    ...numbered(joined, all, change),
    { id, values: { team, ...kept } },
  ]);
}

export interface NewStop {
  readonly id: string;
  readonly tour: string;
  readonly team: string;
  readonly site: string;
  readonly spot: string;
  readonly plannedAt: string;
  /** It belonged to the plan and was only not entered yet. */
  readonly planned: boolean;
}

/** Adds a stop after another one, or at the end. */
export function addStop(
  all: readonly Stop[],
  stop: NewStop,
  after: string,
  change: RouteChange,
): readonly StopEdit[] {
  const { id, tour, team, site, spot, plannedAt } = stop;
  const isPlanned = !change.begun || stop.planned;
  const made = {
    id,
    tour,
    team,
    site,
    spot,
    plannedAt,
    status: isPlanned ? 'planned' : 'added',
    reason: isPlanned ? '' : change.reason,
    plannedTeam: isPlanned ? team : '',
  };
  return inserted(all, made, after, isPlanned);
}

/** Visits another place instead of a stop, which is skipped for the same reason. */
export function swapStop(
  all: readonly Stop[],
  instead: Pick<NewStop, 'id' | 'site' | 'spot'>,
  skipped: Stop,
  change: RouteChange,
): readonly StopEdit[] {
  const made = {
    ...instead,
    tour: skipped.tour,
    team: skipped.team,
    plannedAt: '',
    status: 'swapped',
    reason: change.reason,
    insteadOf: skipped.id,
  };
  return joinEdits(all, [
    ...inserted(all, made, skipped.id, false),
    { id: skipped.id, values: skipValues(all, skipped.id, change.reason) },
  ]);
}

/** Nobody goes there, and why. */
export function skipStop(all: readonly Stop[], id: string, reason: string): readonly StopEdit[] {
  return joinEdits(all, [{ id, values: skipValues(all, id, reason) }]);
}

/** Takes a skipped stop back onto the route as what it was: planned, added or visited instead of another, and why. */
export function resumeStop(all: readonly Stop[], stop: Stop): readonly StopEdit[] {
  const { earlierReason } = stop;
  return [
    { id: stop.id, values: { status: openStatus(all, stop), reason: earlierReason, earlierReason: '' } },
  ];
}

/** Takes a stop out of a plan that nobody has followed yet. */
export function removeStop(all: readonly Stop[], id: string): readonly StopEdit[] {
  const stop = all.find((other) => other.id === id);
  if (stop === undefined) return [];
  const left = routeOf(all, stop.team).filter((other) => other.id !== id);
  return [
    { id, values: { deleted: true } },
    ...numbered(
      left,
      all.filter((other) => other.id !== id),
      { begun: false, reason: '' },
    ),
  ];
}

/** What a stop is as long as nobody has been there or decided not to go. */
export function openStatus(all: readonly Stop[], stop: Stop): 'planned' | 'added' | 'swapped' {
  if (stop.insteadOf !== '') return 'swapped';
  return stop.status === 'added' || !inPlan(stop, all) ? 'added' : 'planned';
}

/** Skipped for one reason after another: what is kept is the one from before the first. */
function skipValues(all: readonly Stop[], id: string, reason: string) {
  const stop = all.find((other) => other.id === id);
  const earlierReason = (stop?.status === 'skipped' ? stop.earlierReason : stop?.reason) ?? '';
  return { status: 'skipped', reason, earlierReason, visitedAt: '', leftAt: '' };
}

type Made = StopEdit['values'] & { readonly id: string; readonly team: string };

function inserted(
  all: readonly Stop[],
  { id, ...values }: Made,
  after: string,
  isPlanned: boolean,
): readonly StopEdit[] {
  const route = routeOf(all, values.team);
  const at = route.findIndex((stop) => stop.id === after);
  const place = at < 0 ? route.length : at + 1;
  const shifted = route.flatMap((stop, index) => {
    const order = index < place ? index + 1 : index + 2;
    const before = inPlan(stop, all) ? (stop.plannedOrder ?? stop.order) : 0;
    const planned = isPlanned && before > place;
    if (stop.order === order && !planned) return [];
    const values: StopEdit['values'] = planned ? { order, plannedOrder: before + 1 } : { order };
    return [{ id: stop.id, values }];
  });
  return joinEdits(all, [
    { id, values: { ...values, order: place + 1, plannedOrder: isPlanned ? place + 1 : null } },
    ...shifted,
  ]);
}

/** A team's route as it is now. */
function routeOf(all: readonly Stop[], team: string): readonly Stop[] {
  return all.filter((stop) => stop.team === team).toSorted((a, b) => a.order - b.order);
}

/** Numbers a route from 1; before the tour begins the plan is what is being changed and follows. */
function numbered(route: readonly Stop[], all: readonly Stop[], { begun }: RouteChange): readonly StopEdit[] {
  return route.flatMap((stop, index) => {
    const order = index + 1;
    const planned = !begun && inPlan(stop, all);
    if (stop.order === order && (!planned || stop.plannedOrder === order)) return [];
    const values: StopEdit['values'] = planned ? { order, plannedOrder: order } : { order };
    return [{ id: stop.id, values }];
  });
}

/** One edit a stop, behind those that keep a plan which nothing has kept yet. */
function joinEdits(all: readonly Stop[], edits: readonly StopEdit[]): readonly StopEdit[] {
  const joined = new Map<string, StopEdit>();
  for (const { id, values } of [...keepPlan(all), ...edits])
    joined.set(id, { id, values: { ...joined.get(id)?.values, ...values } });
  return [...joined.values()];
}

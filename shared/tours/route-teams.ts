import type { Stop } from '../records/stop';
import type { Team } from '../records/team';

interface Routes {
  readonly tour: { readonly id: string };
  readonly teams: readonly Team[];
  readonly stops: readonly Stop[];
}

/**
 * The teams that have a page or a panel of their own, each with a route. Stops of no team, or of one that is not there any more,
 * are on the route of one more, without an id and without people, that stands last: no stop may be on no page.
 */
export function routeTeams({ tour, teams, stops }: Routes, name: string): readonly Team[] {
  const known = new Set(teams.map(({ id }) => id));
  if (stops.every((stop) => known.has(stop.team))) return teams;
  const order = Math.max(0, ...teams.map((team) => team.order)) + 1;
  const people = { leader: '', members: [], districts: [] };
  return [...teams, { id: '', tour: tour.id, order, name, ...people, certain: true, deleted: false }];
}

/** The stops, with no team instead of one that is not there: those of several lost teams are one route. */
export function withKnownTeam<S extends { readonly team: string }>(
  stops: readonly S[],
  teams: readonly { readonly id: string }[],
): readonly S[] {
  const known = new Set(teams.map(({ id }) => id));
  return stops.map((stop) => (known.has(stop.team) ? stop : { ...stop, team: '' }));
}

import type { Stop } from '../../../shared/records/stop';
import { wasVisited } from '../../../shared/records/was-visited';
import type { TourView } from '../../data/use-tour-view';

/** Where somebody goes on: the first stop of the own team's route that is neither visited nor skipped, else of any team's. */
export function nextStop(
  view: Pick<TourView, 'stops' | 'teams' | 'people'>,
  userName: string,
): Stop | undefined {
  const own = view.teams.find(({ leader, members }) =>
    [leader, ...members].some((person) => view.people.get(person)?.name === userName),
  );
  const open = view.stops.filter((stop) => !wasVisited(stop) && stop.status !== 'skipped');
  return open.find((stop) => stop.team === own?.id) ?? open[0] ?? view.stops[0];
}

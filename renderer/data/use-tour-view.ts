import { useLiveQuery } from 'dexie-react-hooks';
import type { Checklist } from '../../shared/records/checklist';
import type { Group } from '../../shared/records/group';
import type { Indicator } from '../../shared/records/indicator';
import type { Meeting } from '../../shared/records/meeting';
import type { Person } from '../../shared/records/person';
import type { Site } from '../../shared/records/site';
import type { Stop } from '../../shared/records/stop';
import type { Team } from '../../shared/records/team';
import type { Tour } from '../../shared/records/tour';
import type { Unit } from '../../shared/records/unit';
import { withKnownTeam } from '../../shared/tours/route-teams';
import type { Store } from './store';
import { useStore } from './store-context';
import { byId, valuesOfKind } from './values-of-kind';
import { rowsByKeys } from './rows-by-keys';

/** A tour with its route and the part of the register that it needs; nothing that grows with what was recorded. */
export interface TourView {
  readonly tour: Tour;
  readonly teams: readonly Team[];
  readonly groups: readonly Group[];
  /** In the order of the routes; those whose team is not there have none. */
  readonly stops: readonly Stop[];
  readonly sites: ReadonlyMap<string, Site>;
  readonly people: ReadonlyMap<string, Person>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly checklists: readonly Checklist[];
  readonly meetings: readonly Meeting[];
  readonly indicators: readonly Indicator[];
  /** `people` and `units` are all that the register has; of a large one only those whom the tour names. */
  readonly wholeRegister: boolean;
}

const kinds = ['team', 'group', 'stop', 'meeting', 'indicator'] as const;

/** A register up to this size is read as a whole; a larger one would be read again with every change of it. */
const readAtOnce = 500;

/** The view of one tour, redrawn by itself; null when this laptop does not have it. */
export function useTourView(tour: string): TourView | null | undefined {
  const store = useStore();
  return useLiveQuery(() => readTourView(store, tour), [store, tour]);
}

async function readTourView(store: Store, id: string): Promise<TourView | null> {
  const { records } = store.database;
  const own = await rowsByKeys(
    records,
    '[tour+kind]',
    kinds.map((kind) => [id, kind]),
  );
  const tourRow = await records.get(id);
  const [tour] = tourRow ? valuesOfKind(store, [tourRow], 'tour') : [];
  if (!tour) return null;
  const teams = [...valuesOfKind(store, own, 'team')].sort((a, b) => a.order - b.order);
  const place = new Map(teams.map((team, index) => [team.id, index]));
  const placeOf = (team: string) => place.get(team) ?? teams.length;
  const stops = [...withKnownTeam(valuesOfKind(store, own, 'stop'), teams)].sort(
    (a, b) => placeOf(a.team) - placeOf(b.team) || a.order - b.order,
  );
  const siteRows = await records.bulkGet([...new Set(stops.map((stop) => stop.site))]);
  const checklists = await records.where('kind').equals('checklist').toArray();
  const register = await readPeopleAndUnits(store, [
    ...teams.flatMap(({ leader, members }) => [leader, ...members]),
    ...tour.participants.map(({ person }) => person),
  ]);
  return {
    tour,
    teams,
    stops,
    groups: [...valuesOfKind(store, own, 'group')].sort((a, b) => a.order - b.order),
    sites: byId(
      valuesOfKind(
        store,
        siteRows.flatMap((row) => row ?? []),
        'site',
      ),
    ),
    ...register,
    // A checklist that was deleted is offered no more, but the sheets that were filled with it need its questions.
    checklists: valuesOfKind(
      store,
      checklists.map((row) => ({ ...row, deleted: 0 })),
      'checklist',
    ),
    meetings: valuesOfKind(store, own, 'meeting'),
    indicators: valuesOfKind(store, own, 'indicator'),
  };
}

async function readPeopleAndUnits(
  store: Store,
  named: readonly string[],
): Promise<Pick<TourView, 'people' | 'units' | 'wholeRegister'>> {
  const { records } = store.database;
  const first = (kind: 'person' | 'unit') =>
    records
      .where('kind')
      .equals(kind)
      .limit(readAtOnce + 1)
      .toArray();
  const some = { person: await first('person'), unit: await first('unit') };
  const wholeRegister = some.person.length <= readAtOnce && some.unit.length <= readAtOnce;
  const rowsOf = async (ids: readonly string[]) =>
    (await records.bulkGet([...new Set(ids)].filter((id) => id !== ''))).flatMap((row) => row ?? []);
  const people = valuesOfKind(store, wholeRegister ? some.person : await rowsOf(named), 'person');
  const units = wholeRegister ? some.unit : await rowsOf(people.map(({ unit }) => unit));
  return {
    people: byId([...people].sort((a, b) => a.rank - b.rank)),
    units: byId(valuesOfKind(store, units, 'unit')),
    wholeRegister,
  };
}

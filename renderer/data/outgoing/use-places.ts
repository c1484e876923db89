import { useLiveQuery } from 'dexie-react-hooks';
import { stopTitle } from '../../../shared/records/stop-title';
import { useStore } from '../store-context';
import { byId, valuesOfKind } from '../values-of-kind';

export interface PlaceNames {
  readonly tours: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, { readonly name: string; readonly order: number }>;
  readonly stops: ReadonlyMap<
    string,
    { readonly title: string; readonly team: string; readonly order: number }
  >;
}

/** What tours, teams and stops are called; reads no more than these. */
export function usePlaces(tours: readonly string[], stops: readonly string[]): PlaceNames | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const { records } = store.database;
    const rowsOf = async (ids: readonly string[]) =>
      (await records.bulkGet([...ids])).flatMap((row) => row ?? []);
    const known = valuesOfKind(store, await rowsOf(stops), 'stop');
    const sites = byId(
      valuesOfKind(store, await rowsOf([...new Set(known.map(({ site }) => site))]), 'site'),
    );
    const teams = await rowsOf([...new Set(known.map(({ team }) => team))]);
    return {
      tours: new Map(
        valuesOfKind(store, await rowsOf(tours), 'tour').map(({ id, title }) => [id, title] as const),
      ),
      teams: byId(valuesOfKind(store, teams, 'team')),
      stops: new Map(
        known.map((stop) => [
          stop.id,
          { title: stopTitle(stop, sites.get(stop.site)), team: stop.team, order: stop.order },
        ]),
      ),
    };
  }, [store, tours.join(' '), stops.join(' ')]);
}

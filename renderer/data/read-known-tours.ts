import type { KnownTour } from '../../shared/tables/read-itinerary-table';
import type { Store } from './store';
import { rowsByKeys } from './rows-by-keys';
import { valuesOfKind } from './values-of-kind';

/** The tours that a title may mean, with their teams and stops: an itinerary is compared with these. */
export async function readKnownTours(store: Store): Promise<readonly KnownTour[]> {
  const { records } = store.database;
  const tours = valuesOfKind(store, await records.where('kind').equals('tour').toArray(), 'tour');
  return Promise.all(
    tours.map(async (tour) => {
      const rows = await rowsByKeys(records, '[tour+kind]', [
        [tour.id, 'team'],
        [tour.id, 'group'],
        [tour.id, 'stop'],
      ]);
      return {
        tour,
        teams: valuesOfKind(store, rows, 'team'),
        groups: valuesOfKind(store, rows, 'group'),
        stops: valuesOfKind(store, rows, 'stop'),
      };
    }),
  );
}

import type { OpenItem } from '../../shared/protocol/open-items';
import type { Issue } from '../../shared/records/issue';
import type { Request } from '../../shared/records/request';
import type { Stop } from '../../shared/records/stop';
import type { Task } from '../../shared/records/task';
import type { Tour } from '../../shared/records/tour';
import { wasVisited } from '../../shared/records/was-visited';
import type { RecordRow } from './database';
import type { Store } from './store';
import { openItemsAt } from './open-items/open-items-at';
import { byId, valuesOfKind } from './values-of-kind';
import { rowsByKeys } from './rows-by-keys';

/** One earlier visit of a site: on which tour, by which team's stop, and how much was recorded. */
export interface SiteVisit {
  readonly stop: Stop;
  readonly tour: Tour | undefined;
  readonly notes: number;
  readonly remarks: number;
  readonly issues: number;
  /** Hashes of its photos, so that somebody can ask whether they are on this computer. */
  readonly photos: readonly string[];
}

export interface SiteHistory {
  /** Newest first. */
  readonly visits: readonly SiteVisit[];
  readonly issues: readonly Issue[];
  readonly tasks: readonly Task[];
  readonly requests: readonly Request[];
  /** What tours left open there that are not on this computer. */
  readonly ofOthers: readonly OpenItem[];
}

const none: SiteHistory = { visits: [], issues: [], tasks: [], requests: [], ofOthers: [] };

/** What other stops of the same site left behind, in whatever tour, by the indexes of sites and stops alone. */
export async function siteHistory(
  store: Pick<Store, 'database' | 'seal'>,
  { id, site }: Pick<Stop, 'id' | 'site'>,
): Promise<SiteHistory> {
  if (site === '') return none;
  const { records } = store.database;
  const stops = valuesOfKind(store, await records.where('site').equals(site).toArray(), 'stop').filter(
    (stop) => stop.id !== id,
  );
  const ofOthers = await openItemsAt(store, site);
  if (stops.length === 0) return { ...none, ofOthers };
  const rows = await rowsByKeys(
    records,
    '[stop+kind]',
    stops.flatMap((stop) =>
      ['note', 'remark', 'issue', 'task', 'request', 'attachment'].map((kind) => [stop.id, kind]),
    ),
  );
  const tourRows = await records.bulkGet([...new Set(stops.map((stop) => stop.tour))]);
  const tours = byId(
    valuesOfKind(
      store,
      tourRows.flatMap((row) => row ?? []),
      'tour',
    ),
  );
  const issues = valuesOfKind(store, rows, 'issue');
  const photos = valuesOfKind(store, rows, 'attachment').filter(({ mime }) => mime.startsWith('image/'));
  const count = (stop: string, kind: RecordRow['kind']) =>
    rows.filter((row) => row.stop === stop && row.kind === kind && row.deleted === 0).length;
  return {
    ofOthers,
    issues: issues.toReversed(),
    tasks: valuesOfKind(store, rows, 'task').toReversed(),
    requests: valuesOfKind(store, rows, 'request').toReversed(),
    visits: stops
      .filter((stop) => wasVisited(stop) && tours.has(stop.tour))
      .map((stop) => ({
        stop,
        tour: tours.get(stop.tour),
        notes: count(stop.id, 'note'),
        remarks: count(stop.id, 'remark'),
        issues: count(stop.id, 'issue'),
        photos: photos.filter((photo) => photo.stop === stop.id).map(({ sha256 }) => sha256),
      }))
      .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1)),
  };
}

/** The tour's day where it is known, else when the stop was made: ids are time-ordered. */
function dayOf({ tour, stop }: SiteVisit): string {
  return `${tour?.date.from ?? ''} ${stop.id}`;
}

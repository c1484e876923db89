import { useEffect, useMemo, useState } from 'react';
import { addressOfRecord } from '../../shared/records/address-of-record';
import type { RecordKind } from '../../shared/records/record-schemas';
import type { SearchHit, SearchResult } from '../../shared/search/search-index';
import type { Meeting } from '../../shared/records/meeting';
import { stopTitle } from '../../shared/records/stop-title';
import type { RecordRow } from './database';
import { useObservable } from './observable';
import { type SearchState, searchOf } from './search';
import type { Store } from './store';
import { useStore } from './store-context';
import { byId, valuesOfKind } from './values-of-kind';
import { rowsByKeys } from './rows-by-keys';

export interface FoundRecord extends SearchHit {
  /** Where it was recorded: the name of its stop, else of its tour. */
  readonly place: string;
  /** The page on which it stands. */
  readonly to: string;
}

export interface Found {
  readonly query: string;
  readonly records: readonly FoundRecord[];
  readonly counts: SearchResult['counts'];
  readonly more: boolean;
}

const nothing: Found = { query: '', records: [], counts: {}, more: false };

/** What is found for a query, as one types; the last answer stays until the next one is there. */
export function useSearch(query: string, only: RecordKind | null): Found & { readonly state: SearchState } {
  const store = useStore();
  const search = useMemo(() => searchOf(store.database.name), [store]);
  const state = useObservable(search.state);
  const [found, setFound] = useState<Found & { readonly state: SearchState }>({
    ...nothing,
    state: 'reading',
  });
  useEffect(() => {
    let wanted = true;
    const text = query.trim();
    void (text === '' ? Promise.resolve(nothing) : ask(store, text, only)).then((answer) => {
      if (wanted) setFound({ ...answer, state });
    });
    return () => {
      wanted = false;
    };
  }, [store, query, only, state]);
  return found;
}

async function ask(store: Store, query: string, only: RecordKind | null): Promise<Found> {
  const { hits, counts, more } = await searchOf(store.database.name).find(query, only);
  return { query, counts, more, records: await withPlaces(store, hits) };
}

async function withPlaces(store: Store, hits: readonly SearchHit[]): Promise<readonly FoundRecord[]> {
  const stopRows = await rowsOf(
    store,
    hits.map(({ entry }) => (entry.kind === 'stop' ? entry.id : entry.stop)),
  );
  // A site is looked at where it was last visited.
  const sites = hits.flatMap(({ entry }) => (entry.kind === 'site' ? entry.id : []));
  const visits = await rowsByKeys(store.database.records, 'site', sites);
  const stops = valuesOfKind(store, [...stopRows, ...visits], 'stop');
  const siteRows = await rowsOf(
    store,
    stops.map((stop) => stop.site),
  );
  const names = byId(valuesOfKind(store, siteRows, 'site'));
  const known = byId(stops);
  const tours = byId(
    valuesOfKind(
      store,
      await rowsOf(
        store,
        hits.map(({ entry }) => entry.tour),
      ),
      'tour',
    ),
  );
  const lastVisit = new Map(stops.map((stop) => [stop.site, stop]));
  const meetings = await meetingsOf(store, hits);
  return hits.map((hit) => {
    const { id, kind, tour, stop } = hit.entry;
    const at = kind === 'site' ? lastVisit.get(id) : known.get(kind === 'stop' ? id : stop);
    const meeting = meetings.get(id);
    return {
      ...hit,
      place: at ? stopTitle(at, names.get(at.site)) : meeting?.name || tours.get(tour)?.title || '',
      to: addressOfRecord({
        kind,
        id,
        tour: at?.tour ?? tour,
        stop: at?.id ?? '',
        meeting: meeting?.id ?? '',
      }),
    };
  });
}

/** The meeting of what was made at one; a task stands where that stands from which it was taken. */
async function meetingsOf(store: Store, hits: readonly SearchHit[]): Promise<ReadonlyMap<string, Meeting>> {
  const made = hits.map(({ entry }) => entry).filter(({ stop }) => stop === '');
  const bases = await rowsOf(
    store,
    made.map(({ basis }) => basis),
  );
  const meetingOfBasis = new Map(
    [...valuesOfKind(store, bases, 'remark'), ...valuesOfKind(store, bases, 'request')].map(
      ({ id, meeting }) => [id, meeting],
    ),
  );
  const meetingOf = made.map(
    ({ id, meeting, basis }) => [id, meeting || (meetingOfBasis.get(basis) ?? '')] as const,
  );
  const rows = await rowsOf(
    store,
    meetingOf.map(([, meeting]) => meeting),
  );
  const meetings = byId(valuesOfKind(store, rows, 'meeting'));
  return new Map(
    meetingOf.flatMap(([id, meeting]) => {
      const found = meetings.get(meeting);
      return found ? [[id, found] as const] : [];
    }),
  );
}

async function rowsOf(store: Store, ids: readonly string[]): Promise<readonly RecordRow[]> {
  const rows = await store.database.records.bulkGet([...new Set(ids)].filter(Boolean));
  return rows.flatMap((row) => row ?? []);
}

import { useLiveQuery } from 'dexie-react-hooks';
import { useStore } from './store-context';
import { type StopRecords, noRecords } from './use-stop-records';
import type { TourView } from './use-tour-view';
import { valuesOfKind } from './values-of-kind';
import { rowsByKeys } from './rows-by-keys';

const kinds = ['note', 'remark', 'issue', 'request', 'indicator', 'handover', 'task'] as const;

/**
 * What was taken down of the whole visit: whatever names neither a stop nor a meeting that is there, so that every record stands on
 * some page. Read from the records of the tour that name no stop, which are few.
 */
export function useTourRecords({ tour: { id: tour }, meetings }: TourView): StopRecords | undefined {
  const store = useStore();
  const rows = useLiveQuery(
    () =>
      rowsByKeys(
        store.database.records,
        '[tour+kind+deleted+stop]',
        kinds.map((kind) => [tour, kind, 0, '']),
      ),
    [store, tour],
  );
  if (rows === undefined) return undefined;
  const known = new Set(meetings.map(({ id }) => id));
  const isLoose = ({ meeting }: { readonly meeting: string }) => !known.has(meeting);
  const remarks = valuesOfKind(store, rows, 'remark');
  const requests = valuesOfKind(store, rows, 'request');
  const atMeetings = new Set([...remarks, ...requests].filter((one) => !isLoose(one)).map(({ id }) => id));
  return {
    ...noRecords,
    notes: valuesOfKind(store, rows, 'note'),
    remarks: remarks.filter(isLoose),
    issues: valuesOfKind(store, rows, 'issue'),
    requests: requests.filter(isLoose),
    indicators: valuesOfKind(store, rows, 'indicator').filter(isLoose),
    handovers: valuesOfKind(store, rows, 'handover'),
    tasks: valuesOfKind(store, rows, 'task').filter(({ basis }) => !atMeetings.has(basis)),
  };
}

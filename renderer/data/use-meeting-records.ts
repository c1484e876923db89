import { useLiveQuery } from 'dexie-react-hooks';
import { useStore } from './store-context';
import { type StopRecords, noRecords } from './use-stop-records';
import { valuesOfKind } from './values-of-kind';
import { rowsByKeys } from './rows-by-keys';

/**
 * What was said, asked and reported in figures at one meeting, with the tasks that came of it. Read from the records of the tour that name no stop,
 * which are few.
 */
export function useMeetingRecords(tour: string, meeting: string): StopRecords | undefined {
  const store = useStore();
  const read = useLiveQuery(async () => {
    const rows = await rowsByKeys(
      store.database.records,
      '[tour+kind+deleted+stop]',
      ['remark', 'request', 'indicator', 'task'].map((kind) => [tour, kind, 0, '']),
    );
    const remarks = valuesOfKind(store, rows, 'remark').filter((entry) => entry.meeting === meeting);
    const requests = valuesOfKind(store, rows, 'request').filter((entry) => entry.meeting === meeting);
    const indicators = valuesOfKind(store, rows, 'indicator').filter((entry) => entry.meeting === meeting);
    const bases = new Set([...remarks, ...requests].map(({ id }) => id));
    const tasks = valuesOfKind(store, rows, 'task').filter(({ basis }) => bases.has(basis));
    const records: StopRecords = { ...noRecords, remarks, requests, indicators, tasks };
    return { meeting, records };
  }, [store, tour, meeting]);
  return read?.meeting === meeting ? read.records : undefined;
}

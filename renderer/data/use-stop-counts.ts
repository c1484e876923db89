import { useLiveQuery } from 'dexie-react-hooks';
import { useStore } from './store-context';

export interface StopCounts {
  readonly notes: number;
  readonly remarks: number;
  readonly issues: number;
  /** Everything that stands as a card on the stop's page. */
  readonly recorded: number;
  readonly photos: number;
  /** 1 when there is an answer sheet. */
  readonly answered: number;
}

const columns = {
  note: ['notes', 'recorded'],
  remark: ['remarks', 'recorded'],
  issue: ['issues', 'recorded'],
  request: ['recorded'],
  handover: ['recorded'],
  indicator: ['recorded'],
  task: ['recorded'],
  signature: ['recorded'],
  attachment: ['photos'],
  answerSheet: ['answered'],
} as const;

const none: StopCounts = {
  notes: 0,
  remarks: 0,
  issues: 0,
  recorded: 0,
  photos: 0,
  answered: 0,
};

/** How much each stop of a tour has, read from the index alone: no record is opened for it. */
export function useStopCounts(tour: string): ReadonlyMap<string, StopCounts> | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const counts = new Map<string, StopCounts>();
    for (const [kind, added] of Object.entries(columns)) {
      const keys = await store.database.records
        .where('[tour+kind+deleted+stop]')
        .between([tour, kind, 0, ''], [tour, kind, 0, '\uffff'])
        .keys();
      for (const key of keys as unknown as readonly (readonly string[])[]) {
        const stop = key[3] ?? '';
        const before = counts.get(stop) ?? none;
        counts.set(stop, {
          ...before,
          ...Object.fromEntries(added.map((column) => [column, before[column] + 1])),
        });
      }
    }
    return counts;
  }, [store, tour]);
}

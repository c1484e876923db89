import { useLiveQuery } from 'dexie-react-hooks';
import type { Problem } from '../../shared/problems';
import { useStore } from './store-context';
import { useUnderWay } from './under-way';

export interface RecordStatus {
  /** `local`: on this laptop only. `sending`: an exchange that holds it is under way. `sent`: all of it is with the server. `held`: this laptop only carried it. */
  readonly state: 'local' | 'sending' | 'sent' | 'refused' | 'held';
  /** Why the server would not take it. */
  readonly problem: Problem | null;
}

/** Where the edits of one record are. Undefined until it is known. */
export function useRecordStatus(record: string): RecordStatus | undefined {
  const { database } = useStore();
  const underWay = useUnderWay(record);
  const status = useLiveQuery(async (): Promise<RecordStatus> => {
    const rows = await database.refused.where('record').equals(record).toArray();
    // What was typed here is what its person can mend.
    const refused = rows.find(({ isWithheld }) => !isWithheld) ?? rows[0];
    if (refused) return { state: refused.isWithheld ? 'held' : 'refused', problem: refused.problem };
    const waiting = await database.outbox.where('records').equals(record).count();
    return { state: waiting > 0 ? 'local' : 'sent', problem: null };
  }, [database, record]);
  return status?.state === 'local' && underWay ? { state: 'sending', problem: null } : status;
}

/** How many of these files still have to leave this laptop, and how many are not on it yet. */
export function useFilesPending(
  files: readonly string[],
): { readonly toSend: number; readonly toFetch: number } | undefined {
  const { database } = useStore();
  return useLiveQuery(async () => {
    const rows = files.length === 0 ? [] : await database.files.bulkGet([...files]);
    const count = (state: string) => rows.filter((row) => row?.state === state).length;
    return { toSend: count('toSend'), toFetch: count('toFetch') };
  }, [database, files.join(' ')]);
}

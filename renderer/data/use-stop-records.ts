import { useLiveQuery } from 'dexie-react-hooks';
import type { AnswerSheet } from '../../shared/records/answer-sheet';
import type { Attachment } from '../../shared/records/attachment';
import type { Issue } from '../../shared/records/issue';
import type { Note } from '../../shared/records/note';
import type { Remark } from '../../shared/records/remark';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

export interface StopRecords {
  readonly notes: readonly Note[];
  readonly remarks: readonly Remark[];
  readonly issues: readonly Issue[];
  readonly attachments: readonly Attachment[];
  readonly answerSheets: readonly AnswerSheet[];
}

/** What was recorded at one stop, in the order in which it was made. */
export function useStopRecords(stop: string): StopRecords | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const rows = await store.database.records
      .where('[stop+kind]')
      .between([stop, ''], [stop, '\uffff'])
      .toArray();
    return {
      notes: valuesOfKind(store, rows, 'note'),
      remarks: valuesOfKind(store, rows, 'remark'),
      issues: valuesOfKind(store, rows, 'issue'),
      attachments: valuesOfKind(store, rows, 'attachment'),
      answerSheets: valuesOfKind(store, rows, 'answerSheet'),
    };
  }, [store, stop]);
}

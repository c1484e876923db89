import { useLiveQuery } from 'dexie-react-hooks';
import type { AnswerSheet } from '../../shared/records/answer-sheet';
import type { Attachment } from '../../shared/records/attachment';
import type { Issue } from '../../shared/records/issue';
import type { Note } from '../../shared/records/note';
import type { Request } from '../../shared/records/request';
import type { Handover } from '../../shared/records/handover';
import type { Task } from '../../shared/records/task';
import type { Indicator } from '../../shared/records/indicator';
import type { Signature } from '../../shared/records/signature';
import type { Remark } from '../../shared/records/remark';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

export interface StopRecords {
  readonly notes: readonly Note[];
  readonly remarks: readonly Remark[];
  readonly issues: readonly Issue[];
  readonly attachments: readonly Attachment[];
  readonly requests: readonly Request[];
  readonly handovers: readonly Handover[];
  readonly tasks: readonly Task[];
  readonly indicators: readonly Indicator[];
  readonly signatures: readonly Signature[];
  readonly answerSheets: readonly AnswerSheet[];
}

/** Of a stop that was not read yet, and of what a meeting does not have. */
export const noRecords: StopRecords = {
  notes: [],
  remarks: [],
  issues: [],
  attachments: [],
  requests: [],
  handovers: [],
  tasks: [],
  indicators: [],
  signatures: [],
  answerSheets: [],
};

/**
 * What was recorded at one stop, in the order in which it was made. Undefined until it is read: after a switch the live query
 * would go on telling of the stop before for a moment.
 */
export function useStopRecords(stop: string): StopRecords | undefined {
  const store = useStore();
  const read = useLiveQuery(async () => {
    const rows = await store.database.records
      .where('[stop+kind]')
      .between([stop, ''], [stop, '\uffff'])
      .toArray();
    const records: StopRecords = {
      notes: valuesOfKind(store, rows, 'note'),
      remarks: valuesOfKind(store, rows, 'remark'),
      issues: valuesOfKind(store, rows, 'issue'),
      attachments: valuesOfKind(store, rows, 'attachment'),
      requests: valuesOfKind(store, rows, 'request'),
      handovers: valuesOfKind(store, rows, 'handover'),
      tasks: valuesOfKind(store, rows, 'task'),
      indicators: valuesOfKind(store, rows, 'indicator'),
      signatures: valuesOfKind(store, rows, 'signature'),
      answerSheets: valuesOfKind(store, rows, 'answerSheet'),
    };
    return { stop, records };
  }, [store, stop]);
  return read?.stop === stop ? read.records : undefined;
}

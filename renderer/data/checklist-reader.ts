import type { Checklist } from '../../shared/records/checklist';
import type { Workbook } from '../../shared/tables/workbook';
import type { FormCheck } from '../../shared/xlsform/check-form';
import type { ListReading } from '../../shared/xlsform/read-list';
import type { FromChecklistWorker, ToChecklistWorker } from './checklist-messages';
import { nextTask } from './next-task';
import { questionsTo } from './worker-questions';

export type ChecklistRead = Extract<FromChecklistWorker, { kind: 'read' }>;

/** A worker that reads and checks checklists; it answers in the order in which it is asked. */
export interface ChecklistReader {
  give(workbook: Workbook): Promise<void>;
  read(id: string, title: string, lists: Readonly<Record<string, ListReading>>): Promise<ChecklistRead>;
  /** Null where `isWanted` says, when its turn has come, that nobody waits for it any more. */
  check(checklist: Checklist, isWanted?: () => boolean): Promise<FormCheck | null>;
  close(): void;
}

/** Copied in one go without a noticeable pause. */
const rowsPerMessage = 500;

export function openChecklistReader(): ChecklistReader {
  const worker = new Worker(new URL('./checklist-worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToChecklistWorker) => worker.postMessage(message);
  const questions = questionsTo<ToChecklistWorker, FromChecklistWorker>(worker);
  return {
    async give(workbook) {
      for (const { name, uncalculated = [], rows } of workbook.sheets) {
        tell({ kind: 'sheet', name, uncalculated });
        for (let from = 0; from < rows.length; from += rowsPerMessage) {
          tell({ kind: 'rows', rows: rows.slice(from, from + rowsPerMessage) });
          await nextTask();
        }
      }
    },
    read: (id, title, lists) =>
      questions.put({ kind: 'read', id, title, lists }, (told) => (told.kind === 'read' ? told : undefined)),
    check: (checklist, isWanted = () => true) =>
      questions.putIf(isWanted, { kind: 'check', checklist }, (told) =>
        told.kind === 'check' ? told.check : undefined,
      ),
    close: () => worker.terminate(),
  };
}

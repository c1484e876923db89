import type { Checklist } from '../../shared/records/checklist';
import type { Workbook } from '../../shared/tables/workbook';
import type { FormCheck } from '../../shared/xlsform/check-form';
import type { ListReading } from '../../shared/xlsform/read-list';
import type { FromChecklistWorker, ToChecklistWorker } from './checklist-messages';
import { nextTask } from './next-task';

export type ChecklistRead = Extract<FromChecklistWorker, { kind: 'read' }>;

/** A worker that reads and checks checklists; one question at a time. */
export interface ChecklistReader {
  give(workbook: Workbook): Promise<void>;
  read(id: string, title: string, lists: Readonly<Record<string, ListReading>>): Promise<ChecklistRead>;
  check(checklist: Checklist): Promise<FormCheck>;
  close(): void;
}

/** Copied in one go without a noticeable pause. */
const rowsPerMessage = 500;

export function openChecklistReader(): ChecklistReader {
  const worker = new Worker(new URL('./checklist-worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToChecklistWorker) => worker.postMessage(message);
  const ask = (message: ToChecklistWorker) =>
    new Promise<FromChecklistWorker>((resolve, reject) => {
      const once = { once: true };
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<FromChecklistWorker>) => resolve(data),
        once,
      );
      worker.addEventListener('error', (event) => reject(new Error(event.message)), once);
      tell(message);
    });
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
    read: async (id, title, lists) => (await ask({ kind: 'read', id, title, lists })) as ChecklistRead,
    async check(checklist) {
      const answer = await ask({ kind: 'check', checklist });
      if (answer.kind !== 'check') throw new Error('the worker answered another question');
      return answer.check;
    },
    close: () => worker.terminate(),
  };
}

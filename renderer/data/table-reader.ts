import type { CellFault } from '../../shared/itinerary/cell-fault';
import type { ItineraryReading } from '../../shared/tables/read-itinerary-table';
import type { Difference, Register } from '../../shared/tables/table-reading';
import type { Workbook } from '../../shared/tables/workbook';
import type { RecordValues } from '../../shared/tour-file/edits-of-tour-file';
import { nextTask } from './next-task';
import { questionsTo } from './worker-questions';
import type { FromTableWorker, ToTableWorker } from './table-messages';

export type TableQuestion = Extract<ToTableWorker, { kind: 'table' | 'itinerary' }>;

/** A worker that holds one workbook and the register; asked again whenever the mapping changes, and answers in that order. */
export interface TableReader {
  read(question: TableQuestion): Promise<ItineraryReading>;
  close(): void;
}

/** Copied in one go without a noticeable pause, also when the rows are wide. */
const cellsPerMessage = 10_000;
const recordsPerMessage = 250;

export async function openTableReader(workbook: Workbook, register: Register): Promise<TableReader> {
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' });
  const tell = async (message: ToTableWorker): Promise<void> => {
    worker.postMessage(message);
    await nextTask();
  };
  for (const { name, uncalculated = [], rows } of workbook.sheets) {
    await tell({ kind: 'sheet', name, uncalculated });
    for (let from = 0; from < rows.length;) {
      const step = Math.max(1, Math.floor(cellsPerMessage / Math.max(1, rows[from]?.length ?? 1)));
      await tell({ kind: 'rows', rows: rows.slice(from, from + step) });
      from += step;
    }
  }
  const { people, units, sites } = register;
  const most = Math.max(people.length, units.length, sites.length);
  for (let from = 0; from < most; from += recordsPerMessage) {
    const to = from + recordsPerMessage;
    const part = {
      people: people.slice(from, to),
      units: units.slice(from, to),
      sites: sites.slice(from, to),
    };
    await tell({ kind: 'register', part });
  }
  const questions = questionsTo<TableQuestion, FromTableWorker>(worker);
  return { read: (question) => questions.put(question, gather()), close: () => worker.terminate() };
}

/** Puts the pieces of an answer together. */
function gather(): (told: FromTableWorker) => ItineraryReading | undefined {
  const faults: CellFault[] = [];
  const differences: Difference[] = [];
  const edits: RecordValues[] = [];
  return (told) => {
    switch (told.kind) {
      case 'faults':
        return void faults.push(...told.items);
      case 'differences':
        return void differences.push(...told.items);
      case 'edits':
        return void edits.push(...told.items);
      case 'done': {
        const { skipped, tour, known } = told;
        return { faults, differences, edits, skipped, tour, known };
      }
    }
  };
}

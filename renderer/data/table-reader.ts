import type { CellFault } from '../../shared/itinerary/cell-fault';
import type { ItineraryReading } from '../../shared/tables/read-itinerary-table';
import type { Difference, Register } from '../../shared/tables/table-reading';
import type { Workbook } from '../../shared/tables/workbook';
import type { RecordValues } from '../../shared/tour-file/edits-of-tour-file';
import { nextTask } from './next-task';
import type { FromTableWorker, ToTableWorker } from './table-messages';

export type TableQuestion = Extract<ToTableWorker, { kind: 'table' | 'itinerary' }>;

/** A worker that holds one workbook and the register; asked again whenever the mapping changes. */
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
  return { read: (question) => ask(worker, question), close: () => worker.terminate() };
}

function ask(worker: Worker, question: TableQuestion): Promise<ItineraryReading> {
  const faults: CellFault[] = [];
  const differences: Difference[] = [];
  const edits: RecordValues[] = [];
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromTableWorker>) => {
      switch (data.kind) {
        case 'faults':
          return void faults.push(...data.items);
        case 'differences':
          return void differences.push(...data.items);
        case 'edits':
          return void edits.push(...data.items);
        case 'done':
          return resolve({
            faults,
            differences,
            edits,
            skipped: data.skipped,
            tour: data.tour,
            known: data.known,
          });
      }
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(question);
  });
}

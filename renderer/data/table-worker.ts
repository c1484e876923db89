import { newId } from '../../shared/ids/new-id';
import { readItineraryTable } from '../../shared/tables/read-itinerary-table';
import { readRegisterTable } from '../../shared/tables/read-register-table';
import type { Register } from '../../shared/tables/table-reading';
import type { Cell } from '../../shared/tables/workbook';
import type { FromTableWorker, ToTableWorker } from './table-messages';

/**
 * A thread of its own for tables: 20,000 rows take longer to compare than a window may stand still.
 * Everything comes in and goes out in pieces, since a message is copied on the thread that receives it.
 */

const sheets: { name: string; uncalculated: readonly string[]; rows: (readonly Cell[])[] }[] = [];
const register = { people: [], units: [], sites: [] } as {
  -readonly [K in keyof Register]: Register[K][number][];
};
const pieceSize = 250;

/** No two ids of one import share a millisecond: rows keep their order, since lists stand in the order of their ids. */
let last = 0;
const clock = () => (last = Math.max(last + 1, Date.now()));
const makeId = () => newId(clock, (length) => crypto.getRandomValues(new Uint8Array(length)));

addEventListener('message', ({ data }: MessageEvent<ToTableWorker>) => {
  switch (data.kind) {
    case 'sheet':
      sheets.push({ name: data.name, uncalculated: data.uncalculated, rows: [] });
      return;
    case 'rows':
      for (const row of data.rows) sheets.at(-1)?.rows.push(row);
      return;
    case 'register':
      for (const person of data.part.people) register.people.push(person);
      for (const unit of data.part.units) register.units.push(unit);
      for (const site of data.part.sites) register.sites.push(site);
      return;
    case 'table':
    case 'itinerary':
      return answer(data);
  }
});

function answer(question: Extract<ToTableWorker, { kind: 'table' | 'itinerary' }>): void {
  const reading =
    question.kind === 'table'
      ? {
          ...readRegisterTable(
            question.table,
            sheets[question.sheet] ?? { name: '', rows: [] },
            question.mapping,
            register,
            makeId,
          ),
          tour: null,
          known: false,
        }
      : readItineraryTable({ ...question, workbook: { sheets }, register }, makeId);
  inPieces(reading.faults, (items) => send({ kind: 'faults', items }));
  inPieces(reading.differences, (items) => send({ kind: 'differences', items }));
  inPieces(reading.edits, (items) => send({ kind: 'edits', items }));
  send({ kind: 'done', skipped: reading.skipped, tour: reading.tour, known: reading.known });
}

function inPieces<T>(items: readonly T[], sendPiece: (piece: readonly T[]) => void): void {
  for (let from = 0; from < items.length; from += pieceSize) sendPiece(items.slice(from, from + pieceSize));
}

function send(message: FromTableWorker): void {
  postMessage(message);
}

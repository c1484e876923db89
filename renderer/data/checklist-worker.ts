import type { Cell } from '../../shared/tables/workbook';
import { checkForm } from '../../shared/xlsform/check-form';
import { readXlsform } from '../../shared/xlsform/read-xlsform';
import { wantedLists } from '../../shared/xlsform/wanted-lists';
import type { FromChecklistWorker, ToChecklistWorker } from './checklist-messages';

/** A thread of its own for checklists: five thousand rows with their expressions take longer to check than a window may stand still. */
const sheets: { name: string; uncalculated: readonly string[]; rows: (readonly Cell[])[] }[] = [];

addEventListener('message', ({ data }: MessageEvent<ToChecklistWorker>) => {
  switch (data.kind) {
    case 'sheet':
      sheets.push({ name: data.name, uncalculated: data.uncalculated, rows: [] });
      return;
    case 'rows':
      for (const row of data.rows) sheets.at(-1)?.rows.push(row);
      return;
    case 'read': {
      const reading = readXlsform({ sheets }, data);
      const wanted = reading.checklist ? wantedLists(reading.checklist) : [];
      return send({ kind: 'read', reading, wanted });
    }
    case 'check':
      return send({ kind: 'check', check: checkForm(data.checklist) });
  }
});

function send(message: FromChecklistWorker): void {
  postMessage(message);
}

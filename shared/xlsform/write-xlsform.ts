import type { Checklist, Row } from '../records/checklist';
import type { Sheet, Workbook } from '../tables/workbook';
import { withCell } from './cell-of';

/** The checklist as the workbook that XLSForm asks for; reading it again gives the same rows. */
export function writeXlsform(checklist: Checklist): Workbook {
  const { survey, choices, otherSheets } = checklist;
  return {
    sheets: [
      sheetOf('survey', ['type', 'name', 'label'], survey),
      sheetOf('choices', ['list_name', 'name', 'label'], choices),
      sheetOf('settings', [], [settingsOf(checklist)]),
      ...Object.entries(otherSheets).map(([name, { columns, rows }]) => ({ name, rows: [columns, ...rows] })),
    ],
  };
}

/** The record's own title and version stand above those of the sheet: a new version changes them there. */
function settingsOf({ settings, title, version }: Checklist): Row {
  return withCell(withCell(settings, 'form_title', title), 'version', version);
}

function sheetOf(name: string, usual: readonly string[], rows: readonly Row[]): Sheet {
  const columns = rows.length === 0 ? usual : columnsOf(rows);
  return { name, rows: [columns, ...rows.map((row) => columns.map((head) => ownText(row, head)))] };
}

/** All heads of the rows; one that only later rows have stands behind the head that is before it there. */
export function columnsOf(rows: readonly Row[]): readonly string[] {
  const columns: string[] = [];
  const known = new Set<string>();
  for (const row of rows) {
    let place = 0;
    for (const head of Object.keys(row)) {
      if (known.has(head)) place = columns.indexOf(head) + 1;
      else {
        columns.splice(place, 0, head);
        known.add(head);
        place += 1;
      }
    }
  }
  return columns;
}

function ownText(row: Row, head: string): string | null {
  return Object.hasOwn(row, head) ? (row[head] ?? null) : null;
}

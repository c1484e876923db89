import type { Table } from '../records/checklist';
import { quoted } from '../itinerary/fault-at';
import type { Sheet, Workbook } from '../tables/workbook';
import type { SheetPlaces } from './cell-places';
import { type RowFault, rowFault } from './row-fault';
import { textOf, uncalculated } from './read-sheet';

/** A file of choices as it goes along with a checklist, and where its rows stand in the file. */
export interface ListReading {
  readonly table: Table;
  readonly places: SheetPlaces;
  readonly faults: readonly RowFault[];
  readonly unsupported: readonly RowFault[];
}

/**
 * A file of choices under the name that the checklist gives it. Of several sheets the first with anything in it is read; whether
 * its columns and rows can be used is asked by check-lists.ts, with the questions that use it.
 */
export function readList(name: string, { sheets }: Workbook): ListReading {
  const filled = sheets.filter(({ rows }) => rows.some(isFilled));
  const sheet = filled.find(({ hidden }) => !hidden) ?? filled[0];
  const others = filled.filter((one) => one !== sheet);
  const { table, places } = tableOf(sheet ?? { name, rows: [] });
  return {
    table,
    places,
    faults: uncalculated(sheet ?? { name, rows: [] }, name, places),
    unsupported: others.map((other) =>
      rowFault(name, -1, '', {
        zh: `名单只取工作表“${quoted(sheet?.name ?? '')}”，“${quoted(other.name)}”没有导入`,
        en: `only the sheet “${quoted(sheet?.name ?? '')}” is taken as the list; “${quoted(other.name)}” was not imported`,
      }),
    ),
  };
}

function tableOf(sheet: Sheet): Pick<ListReading, 'table' | 'places'> {
  const head = sheet.rows.findIndex(isFilled);
  const heads = (sheet.rows[head] ?? []).map((cell) => textOf(cell).trim());
  const rows = sheet.rows.flatMap((row, index) =>
    head >= 0 && index > head && isFilled(row) ? [{ texts: row.map(textOf), number: index + 1 }] : [],
  );
  // A loop, not Math.max(...): twenty thousand rows are too many arguments.
  let width = heads.findLastIndex((text) => text !== '') + 1;
  for (const { texts } of rows) width = Math.max(width, texts.findLastIndex((text) => text !== '') + 1);
  const fill = (texts: readonly string[]) => Array.from({ length: width }, (_, index) => texts[index] ?? '');
  return {
    table: { columns: fill(heads), rows: rows.map(({ texts }) => fill(texts)) },
    places: { rows: rows.map(({ number }) => number), heads: fill(heads) },
  };
}

function isFilled(row: Sheet['rows'][number]): boolean {
  return row.some((cell) => textOf(cell).trim() !== '');
}

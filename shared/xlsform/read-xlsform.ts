import type { CellFault } from '../itinerary/cell-fault';
import { type Checklist, type Table, checklistLimits, checklistSchema } from '../records/checklist';
import type { Sheet, Workbook } from '../tables/workbook';
import { cellFaults } from './cell-places';
import { cellOf, withCell } from './cell-of';
import { checkForm } from './check-form';
import type { ListReading } from './read-list';
import { readSheet, tableOf } from './read-sheet';
import { type RowFault, rowFault } from './row-fault';
import { splitCsvForm } from './split-csv-form';

interface XlsformContext {
  readonly id: string;
  /** What the checklist is called where the workbook gives it no title: the name of the file. */
  readonly title: string;
  /** The CSV files that go with it, by name. */
  readonly lists?: Readonly<Record<string, ListReading>>;
}

export interface XlsformReading {
  /** All rows as they are, also where they have faults; null where the workbook is no XLSForm or too large for one. */
  readonly checklist: Checklist | null;
  readonly faults: readonly CellFault[];
  readonly unsupported: readonly CellFault[];
}

/**
 * An XLSForm's workbook as a checklist, with all that is wrong and all that Xunji does not support by sheet, row and column.
 * Never throws, whatever the cells hold.
 */
export function readXlsform(file: Workbook, context: XlsformContext): XlsformReading {
  const workbook = splitCsvForm(file);
  const [survey, choices, settings] = ['survey', 'choices', 'settings'].map((name) => {
    const sheet = sheetCalled(workbook, name);
    return { sheet, ...readSheet(sheet ?? { name, rows: [] }, name) };
  });
  if (!survey?.sheet || !choices || !settings) return refused(noSurvey);
  if (!survey.places.heads.some((head) => /^(?:type|command)$/i.test(head))) return refused(noType);
  const used = [survey, choices, settings];
  const others = workbook.sheets.filter((sheet) => used.every((one) => one.sheet !== sheet));
  const { tables, tooLarge } = keepOthers(others);
  const [first = {}, ...moreSettings] = settings.rows;
  const title = cellOf(first, 'form_title') || cellOf(first, 'form_id') || context.title;
  const version = cellOf(first, 'version') || '1';
  const lists = Object.entries(context.lists ?? {});
  const read = checklistSchema.safeParse({
    id: context.id,
    title,
    version,
    survey: survey.rows,
    choices: choices.rows,
    settings: withCell(withCell(first, 'form_title', title), 'version', version),
    lists: Object.fromEntries(lists.map(([name, { table }]) => [name, table])),
    otherSheets: tables,
  });
  if (!read.success) return refused(tooMuch);
  const check = checkForm(read.data);
  // Whoever starts from the empty template has the rest of it taken in as a draft, which cannot be published yet.
  const isEmpty = survey.rows.length === 0;
  const faults = check.faults.filter((one) => !(isEmpty && one.sheet === 'survey' && one.row < 0));
  const unsupported = isEmpty
    ? [rowFault('survey', -1, '', noQuestion), ...check.unsupported]
    : check.unsupported;
  const places = new Map([
    ['survey', survey.places],
    ['choices', choices.places],
    ['settings', settings.places],
    ...lists.map(([name, list]) => [name, list.places] as const),
  ]);
  return {
    checklist: read.data,
    faults: cellFaults(
      [...used.flatMap((one) => one.faults), ...faults, ...lists.flatMap(([, list]) => list.faults)],
      places,
    ),
    unsupported: cellFaults(
      [
        ...used.flatMap((one) => one.unsupported),
        ...moreSettings.map((_, index) => rowFault('settings', index + 1, '', onlyFirst)),
        ...unsupported,
        ...lists.flatMap(([, list]) => list.unsupported),
        ...tooLarge,
      ],
      places,
    ),
  };
}

/** A workbook of one sheet is all survey, whatever the sheet is called. */
function sheetCalled({ sheets }: Workbook, name: string): Sheet | undefined {
  const found = sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);
  return found ?? (name === 'survey' && sheets.length === 1 ? sheets[0] : undefined);
}

function refused(fault: RowFault): XlsformReading {
  return { checklist: null, faults: cellFaults([fault], new Map()), unsupported: [] };
}

interface OtherSheets {
  readonly tables: Readonly<Record<string, Table>>;
  readonly tooLarge: readonly RowFault[];
}

/** Sheets that Xunji does not use go along, so that an export has them again. */
function keepOthers(sheets: readonly Sheet[]): OtherSheets {
  const kept: [string, Table][] = [];
  const tooLarge: RowFault[] = [];
  for (const sheet of sheets) {
    const table = tableOf(sheet);
    if (table.columns.length === 0) continue;
    const fits =
      table.rows.length <= checklistLimits.otherRows &&
      table.columns.length <= checklistLimits.columns &&
      kept.length < checklistLimits.lists;
    if (fits) kept.push([sheet.name, table]);
    else tooLarge.push(rowFault(sheet.name, -1, '', notKept));
  }
  return { tables: Object.fromEntries(kept), tooLarge };
}

const noSurvey = rowFault('survey', -1, '', {
  zh: '缺少工作表“survey”，这不是 XLSForm',
  en: 'the sheet “survey” is missing; this is no XLSForm',
});
const noType = rowFault('survey', -1, '', {
  zh: '工作表“survey”没有“type”列，这不是 XLSForm',
  en: 'the sheet “survey” has no column “type”; this is no XLSForm',
});
const tooMuch = rowFault('survey', -1, '', {
  zh: `检查表太大：最多 ${checklistLimits.survey} 行题目、${checklistLimits.choices} 个选项、${checklistLimits.columns} 列，每格 ${checklistLimits.cell} 个字符`,
  en: `the checklist is too large: at most ${checklistLimits.survey} questions, ${checklistLimits.choices} choices, ${checklistLimits.columns} columns, ${checklistLimits.cell} characters a cell`,
});
const noQuestion = {
  zh: '还没有题目，导入后是空白草稿，添加题目以后才能发布',
  en: 'there is no question yet; it becomes an empty draft, to be published when it has some',
};
const onlyFirst = {
  zh: '工作表“settings”只用第一行，这一行没有导入',
  en: 'of the sheet “settings” only the first row is used; this one was not imported',
};
const notKept = {
  zh: '没有用到的工作表太大，没有保留',
  en: 'a sheet that is not used is too large and was not kept',
};

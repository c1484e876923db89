import type { PartialDate } from '../records/partial-date';
import type { CellFault } from './cell-fault';
import { cellKey, cellText } from './cell-text';
import { type FaultWords, columnLetter, faultAt, quoted } from './fault-at';
import { givenId } from './given-id';
import { linesField } from '../tables/table-fields';
import { wholeNumber } from './whole-number';
import type { Cell, Sheet } from '../tables/workbook';
import { writtenDay } from './written-day';

const labels = {
  title: ['活动名称', '名称', '标题'],
  forms: ['形式', '活动形式'],
  series: ['届次', '期次', '批次'],
  date: ['日期', '活动日期', '时间', '活动时间'],
  organiser: ['组织单位', '主办单位', '组织'],
  purpose: ['目的', '活动目的', '主题'],
  total: ['点位总数', '点位数', '总数'],
  place: ['地点', '活动地点'],
  from: ['日期起'],
  to: ['日期止'],
  basis: ['推断依据'],
  topics: ['议题'],
  toVerify: ['待核实事项'],
  id: ['巡记编号'],
} as const;

type ActivityField = keyof typeof labels;

/** What the sheet 活动 says of the tour; everything is empty where it says nothing. */
export interface Activity {
  readonly title: string;
  readonly forms: readonly string[];
  readonly series: string;
  readonly date: PartialDate;
  readonly organiser: string;
  readonly purpose: string;
  readonly place: string;
  readonly statedTotal: number | null;
  readonly topics: readonly string[];
  /** Null where the sheet does not list what is to be asked: then the importer says what it could not tell. */
  readonly toVerify: readonly string[] | null;
  readonly id: string;
}

export interface ActivityReading {
  readonly activity: Activity;
  readonly faults: readonly CellFault[];
}

const noDate: PartialDate = { asWritten: '', from: null, to: null, basis: '' };

/** Reads rows of a label and its content. Rows with another label are left alone, as offices add lines of their own. */
export function readActivity(sheet: Sheet | undefined): ActivityReading {
  const faults: CellFault[] = [];
  const found = new Map<ActivityField, Cell>();
  let date = noDate;
  let statedTotal: number | null = null;

  sheet?.rows.forEach((cells, index) => {
    const at = cells.findIndex((cell) => cellText(cell) !== '');
    const field = fieldOf(cells[at]);
    if (field === undefined) return;
    // A label that is merged over two columns repeats itself before its content.
    const contentAt = cells.findIndex(
      (cell, column) => column > at && cellText(cell) !== '' && cellKey(cell) !== cellKey(cells[at]),
    );
    if (contentAt < 0) return;
    const content = cells[contentAt] ?? null;
    const add = (words: FaultWords): void => {
      faults.push(faultAt({ sheet: sheet.name, row: index + 1, column: columnLetter(contentAt) }, words));
    };
    if (found.has(field)) add(saidTwice(cellText(cells[at])));
    found.set(field, content);
    if (field === 'date') {
      const day = writtenDay(content);
      if (day === null) add(badDate(cellText(content)));
      else date = day;
    }
    if (field === 'total') {
      statedTotal = wholeNumber(cellKey(content).replace(/[个家处]$/, ''), 0);
      if (statedTotal === null) add(badTotal(cellText(content)));
    }
  });

  const text = (field: ActivityField): string => cellText(found.get(field));
  const lines = (field: ActivityField) => linesField.read(found.get(field) ?? null) as readonly string[];
  return {
    activity: {
      title: text('title'),
      forms: text('forms')
        .split(/[、,，;；/]/)
        .map((form) => form.trim())
        .filter((form) => form !== ''),
      series: text('series'),
      date: withInference(date, text('from'), text('to'), text('basis')),
      organiser: text('organiser'),
      purpose: text('purpose'),
      place: text('place'),
      statedTotal,
      topics: lines('topics'),
      toVerify: found.has('toVerify') ? lines('toVerify') : null,
      id: givenId(text('id')),
    },
    faults,
  };
}

/** Days that somebody inferred count only beside what the inference rests on. */
function withInference(date: PartialDate, from: string, to: string, basis: string): PartialDate {
  if (date.from !== null) return date;
  const days = [from, to].map((day) => (basis === '' ? null : (writtenDay(day)?.from ?? null)));
  return { ...date, from: days[0] ?? null, to: days[1] ?? null, basis };
}

function fieldOf(cell: Cell | undefined): ActivityField | undefined {
  const key = cellKey(cell).replace(/:$/, '');
  return (Object.keys(labels) as ActivityField[]).find((field) =>
    labels[field].some((label) => label === key),
  );
}

function badDate(value: string): FaultWords {
  return {
    zh: `日期“${quoted(value)}”不是日期，应如 2026年11月20日 或 2026-11-20。`,
    en: `The date “${quoted(value)}” is not a date; expected is for example 2026-11-20.`,
  };
}

function badTotal(value: string): FaultWords {
  return {
    zh: `点位总数“${quoted(value)}”不是整数，应如 58，或留空。`,
    en: `The total of stops “${quoted(value)}” is not a whole number; expected is for example 58, or nothing.`,
  };
}

function saidTwice(label: string): FaultWords {
  return {
    zh: `“${quoted(label)}”写了两次，只能保留一行。`,
    en: `“${quoted(label)}” is given twice; keep one row.`,
  };
}

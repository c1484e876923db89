import type { PartialDate } from '../records/partial-date';
import { cellKey, cellText } from './cell-text';
import type { Cell } from '../tables/workbook';

/** Excel's day numbers from 1954 to 2119: a date whose cell lost its format. */
const serialDays = { first: 20_000, last: 80_000 } as const;

const day = String.raw`(?:(\d{4})[年\-/.])?(\d{1,2})[月\-/.](\d{1,2})日?`;
const period = new RegExp(
  String.raw`^${day}(?:(?:至|到|—+|-+|~|–)(?:(?:(\d{4})[年\-/.])?(\d{1,2})[月\-/.])?(\d{1,2})日?)?$`,
);

/**
 * A day or a period as somebody wrote it. `from` and `to` are null where the year is not written or where the words are
 * no calendar day ("11月下旬"); null altogether where it names a day that does not exist.
 */
export function writtenDay(cell: Cell): PartialDate | null {
  if (typeof cell === 'number') return serialDay(cell);
  const asWritten = cellText(cell);
  const key = cellKey(asWritten.replace(/[ T]\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/, '')).replace(
    /\((?:星期|周)?[一二三四五六日天]\)|(?:星期|周)[一二三四五六日天]/g,
    '',
  );
  const match = period.exec(key);
  if (match === null) return /[月日]|\d{4}年/.test(key) ? openDate(asWritten) : null;
  const [, year, month, date, toYear, toMonth, toDate] = match;
  // 2024 has a 29 February: without a year that day may exist.
  const from = calendarDay(year ?? '2024', month ?? '', date ?? '');
  const to =
    toDate === undefined ? from : calendarDay(toYear ?? year ?? '2024', toMonth ?? month ?? '', toDate);
  if (from === null || to === null) return null;
  if (year === undefined) return openDate(asWritten);
  return to < from ? null : { asWritten, from, to, basis: '' };
}

function openDate(asWritten: string): PartialDate {
  return { asWritten, from: null, to: null, basis: '' };
}

function serialDay(serial: number): PartialDate | null {
  if (!Number.isInteger(serial) || serial < serialDays.first || serial > serialDays.last) return null;
  const text = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
  return { asWritten: text, from: text, to: text, basis: '' };
}

/** "YYYY-MM-DD", or null for a day that no calendar has. */
function calendarDay(year: string, month: string, date: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

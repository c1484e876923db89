import type { CellValue } from 'hucre';
import type { Cell } from '../../shared/tables/workbook';

/** Excel's day zero under both of its calendars: a date on it is a time of day without a date. */
const dayZeros = ['1899-12-31', '1904-01-01'];

/** A value of the library as a cell of ours. Dates become text as the sheet shows them; Excel knows no time zones. */
export function cellOfValue(value: CellValue | undefined): Cell {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? shownNumber(value) : '#NUM!';
  return value;
}

/** Spreadsheets count in 15 digits and store what binary makes of them: 0.1 + 0.2 is 0.3 to who reads the cell. */
function shownNumber(value: number): number {
  return Number(value.toPrecision(15));
}

function dateText(date: Date): string {
  // Half past eight is stored as 0.354166…: without rounding it would read 08:29.
  const minutes = new Date(Math.round(date.getTime() / 60_000) * 60_000);
  if (Number.isNaN(minutes.getTime())) return '#NUM!';
  const [day = '', time = ''] = minutes.toISOString().split('T');
  const clock = time.slice(0, 5);
  if (dayZeros.includes(day)) return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}

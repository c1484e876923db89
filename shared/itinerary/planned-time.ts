import { cellKey } from './cell-text';
import type { Cell } from '../tables/workbook';

const pattern =
  /^(凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|AM|PM)?(\d{1,2})(?::(\d{2})分?(?::\d{1,2}(?:\.\d+)?)?|[点时](?:(\d{1,2})分?|(半)|整)?)(AM|PM)?$/i;

/**
 * A time of day as "HH:mm": "8:30", "８：３０", "上午8:30", "下午2点半", or the fraction of a day that Excel stores.
 * Null where it is no time, also where a date stands with it: which day a stop is on is not for this column to say.
 */
export function plannedTime(cell: Cell): string | null {
  if (typeof cell === 'number')
    return cell >= 0 && cell < 1 ? clockTime(0, Math.round(cell * 24 * 60)) : null;
  const match = pattern.exec(cellKey(cell));
  if (match === null) return null;
  const [, before, hours, minutes, spoken, half, after] = match;
  const hour = hourOfDay(Number(hours), (before ?? after ?? '').toUpperCase());
  const minute = half === undefined ? Number(minutes ?? spoken ?? 0) : 30;
  return hour === null || minute > 59 ? null : clockTime(hour, minute);
}

function clockTime(hour: number, minute: number): string | null {
  const total = hour * 60 + minute;
  if (total >= 24 * 60) return null;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** Null where the word and the hour contradict each other: 上午15:00. */
function hourOfDay(hour: number, word: string): number | null {
  if (/^(凌晨|清晨|早上|早|上午|AM)$/.test(word)) {
    if (hour > 12) return null;
    return hour === 12 && /^(凌晨|AM)$/.test(word) ? 0 : hour;
  }
  if (word === '中午') return hour <= 2 ? hour + 12 : hour;
  if (word !== '') return hour < 12 ? hour + 12 : hour;
  return hour;
}

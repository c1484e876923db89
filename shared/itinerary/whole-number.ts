import { cellKey } from './cell-text';
import type { Cell } from '../tables/workbook';

/** A whole number from `least` to 99,999, also as text and in full width; null for anything else. */
export function wholeNumber(cell: Cell, least: number): number | null {
  const key = cellKey(cell);
  if (!/^\d{1,5}(\.0*)?$/.test(key)) return null;
  const value = Number(key);
  return value >= least ? value : null;
}

import type { MergeRange } from 'hucre';
import type { Cell } from '../../shared/tables/workbook';

/**
 * Repeats the value of merged cells in every cell they cover, as people read them. Cells with a value of their own keep it.
 * False when the ranges cover more than `budget` cells together: only a hostile file lays them over each other.
 */
export function fillMerges(rows: Cell[][], merges: readonly MergeRange[], budget: number): boolean {
  let covered = 0;
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    if (value === null) continue;
    const bottom = Math.min(endRow, rows.length - 1);
    for (let row = startRow; row <= bottom; row += 1) {
      const cells = rows[row] ?? [];
      const right = Math.min(endCol, cells.length - 1);
      covered += Math.max(1, right - startCol + 1);
      if (covered > budget) return false;
      for (let column = startCol; column <= right; column += 1) cells[column] ??= value;
    }
  }
  return true;
}

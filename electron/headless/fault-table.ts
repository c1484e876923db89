import type { CellFault } from '../../shared/itinerary/cell-fault';

/** Sheet, cell and sentence, a line each; tabs keep it a table where it is pasted into a sheet. */
export function faultTable(faults: readonly CellFault[], heading = '问题'): string {
  const lines = faults.map(({ sheet, row, column, zh }) => {
    const row1 = row === 0 ? '—' : String(row);
    return `${sheet}\t${row1}\t${column || '—'}\t${zh}\n`;
  });
  return `工作表\t行\t列\t${heading}\n${lines.join('')}`;
}

import type { Cell, Workbook } from '../tables/workbook';
import { cellKey } from './cell-text';
import { peopleSheetNames, stopColumns, stopSheetNames } from './itinerary-columns';
import { readTable } from './read-table';

/**
 * A file that can hold one sheet only, as a CSV does, is the list of stops whatever it is called. The people of such an
 * itinerary are the leaders whom the stops name; nothing else is known of them. A workbook stays as it is.
 */
export function listAsItinerary({ sheets }: Workbook): Workbook {
  const [only] = sheets;
  if (only === undefined || sheets.length > 1) return { sheets };
  const stops = { ...only, name: stopSheetNames[0] };
  const rows = readTable(stops, stopColumns).table?.rows ?? [];
  const leaders = new Map<string, readonly Cell[]>();
  for (const row of rows) {
    const key = cellKey(row.cell('leader'));
    if (key !== '' && !leaders.has(key)) leaders.set(key, [row.text('leader'), row.text('team'), '带队领导']);
  }
  const people = { name: peopleSheetNames[0], rows: [['姓名', '组别', '角色'], ...leaders.values()] };
  return { sheets: [stops, people] };
}

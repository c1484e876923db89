import type { CellFault } from '../itinerary/cell-fault';
import { cellText } from '../itinerary/cell-text';
import { faultAt } from '../itinerary/fault-at';
import type { Json } from '../json';
import type { MappedRow } from './mapped-rows';
import type { TableField } from './table-fields';

/** A checked row: only what it says. An empty cell says nothing and never erases. */
export interface Entry {
  readonly source: MappedRow;
  /** The 编号 of an exported row, or "". */
  readonly id: string;
  readonly values: Readonly<Record<string, Json>>;
}

export function readEntries(
  rows: readonly MappedRow[],
  fields: Readonly<Record<string, TableField>>,
  faults: CellFault[],
): readonly Entry[] {
  return rows.map((source) => {
    const values: Record<string, Json> = {};
    for (const [name, field] of Object.entries(fields)) {
      const text = source.text(name);
      if (text === '') continue;
      const value = field.read(source.cell(name));
      if (value === null) faults.push(faultAt(source.place(name), field.wrong(text)));
      else values[name] = value;
    }
    return { source, id: source.text('id'), values };
  });
}

/** A text of an entry, "" where its cell says nothing. */
export function textOf(entry: Entry, field: string): string {
  const value = entry.values[field];
  return typeof value === 'string' ? cellText(value) : '';
}

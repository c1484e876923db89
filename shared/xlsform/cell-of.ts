import type { Row } from '../records/checklist';
import { columnName } from './column-name';

/** The text of a column that has no languages ("type", "relevant"), trimmed; empty where the row has none. */
export function cellOf(row: Row, column: string): string {
  const own = Object.hasOwn(row, column) ? row[column] : undefined;
  if (own !== undefined) return own.trim();
  const head = Object.keys(row).find((name) => columnName(name).column === column);
  return (head === undefined ? undefined : row[head])?.trim() ?? '';
}

/** The texts of a translated column by language; "" is the column without a language. */
export function textsOf(row: Row, column: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [head, text] of Object.entries(row)) {
    const name = columnName(head);
    if (name.column === column && text.trim() !== '' && !texts.has(name.language)) {
      texts.set(name.language, text);
    }
  }
  return texts;
}

/** The head under which the row has this column; the column's own name where it has none. */
export function headOf(row: Row, column: string): string {
  if (Object.hasOwn(row, column)) return column;
  return Object.keys(row).find((head) => columnName(head).column === column) ?? column;
}

/** The row with another text in a column that has no languages; an empty text takes the cell out. */
export function withCell(row: Row, column: string, text: string): Row {
  const head = headOf(row, column);
  const { [head]: _, ...rest } = row;
  return text === '' ? rest : { ...row, [head]: text };
}

import { printableText } from '../../shared/documents/printable-text';

/** Spreadsheets read _x0041_ in a cell as the character A: an underscore that begins such a thing is written as its own code. */
export function sheetText(text: string): string {
  return printableText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

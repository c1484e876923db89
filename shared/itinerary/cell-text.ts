import type { Cell } from '../tables/workbook';

/** Marks that no one sees and control characters that no document can carry. */
const invisible = /[\p{Cc}\u200b\u2060]/gu;

/** What a cell says, as it is kept: one line, no blanks at its ends; everything else stays as it was written. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return String(cell).replace(/\s+/g, joinWords).replace(invisible, '').trim();
}

/** A line break between Chinese characters only wraps them; elsewhere it parts two words. */
function joinWords(blank: string, offset: number, text: string): string {
  const before = text[offset - 1] ?? '';
  const after = text[offset + blank.length] ?? '';
  return /[\r\n]/.test(blank) && before > '\u2e80' && after > '\u2e80' ? '' : ' ';
}

/** What two cells are compared by: full width and blanks make no difference ("第 １ 组" is "第1组"). */
export function cellKey(cell: Cell | undefined): string {
  return cellText(cell).normalize('NFKC').replace(/\s+/g, '');
}

/** A person's name without the blanks that align two characters with three ("王 伟"). */
export function personName(cell: Cell | undefined): string {
  const text = cellText(cell);
  return /\p{Script=Han}/u.test(text) ? text.replace(/\s+/g, '') : text;
}

/** The width of a line in columns, in which a Chinese character takes two. */
export function displayWidth(line: string): number {
  let width = 0;
  for (const character of line) width += character > '\u2e7f' ? 2 : 1;
  return width;
}

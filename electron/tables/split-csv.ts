export interface CsvRow {
  readonly cells: readonly string[];
  /** The text ended within quotes: the last cell is whatever followed. */
  readonly isOpen: boolean;
  /** Something stood between a closing quote and the next separator, as it does where the separator is another one. */
  readonly isLoose: boolean;
  /** A quote stood in a cell that did not begin with one: sloppy, or of another separator. */
  readonly isStray: boolean;
}

/**
 * The rows of a CSV text (RFC 4180, with ends of lines of any kind). Own code, because the library walks through it character by
 * character, which takes seconds for what is allowed here, and cannot tell when a quote is never closed. What stands
 * between a closing quote and the next separator belongs to the cell, as in Excel.
 */
export function* splitCsv(text: string, separator: string): Generator<CsvRow> {
  const plain = new RegExp(`[^${separator === '\t' ? '\\t' : separator}\\r\\n]*`, 'y');
  let at = 0;
  while (at < text.length) {
    const cells: string[] = [];
    let more = true;
    let isLoose = false;
    let isStray = false;
    while (more) {
      let quoted = '';
      const isQuoted = text[at] === '"';
      if (isQuoted) {
        const end = closingQuote(text, at + 1);
        quoted = text.slice(at + 1, end === -1 ? text.length : end).replaceAll('""', '"');
        if (end === -1) {
          yield { cells: [...cells, quoted], isOpen: true, isLoose, isStray };
          return;
        }
        at = end + 1;
      }
      plain.lastIndex = at;
      const rest = plain.exec(text)?.[0] ?? '';
      isLoose ||= isQuoted && rest !== '';
      isStray ||= !isQuoted && rest.includes('"');
      cells.push(quoted + rest);
      at += rest.length;
      more = text[at] === separator;
      if (more) at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    yield { cells, isOpen: false, isLoose, isStray };
  }
}

/** The place of the quote that ends a cell, past those that are doubled; -1 where none does. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

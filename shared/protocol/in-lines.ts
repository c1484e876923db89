import { keepText } from '../changes/change-text';

/**
 * JSON whose last property is a list with one line for each item. To whoever does not know that it is JSON like any other; who does,
 * parses line by line and has the text of each item, which need not be written again. A line break within JSON stands between two parts of it only, since texts escape it.
 */
export function writeInLines(head: object, list: string, items: readonly string[]): string {
  const begun = JSON.stringify(head).slice(0, -1);
  return `${begun}${begun === '{' ? '' : ','}"${list}":[\n${items.join(',\n')}\n]}`;
}

/** What was written in lines, with the text of each item remembered; undefined for anything else, which may be JSON all the same. */
export function readInLines(text: string, list: string): object | undefined {
  const opening = `"${list}":[`;
  const first = text.indexOf('\n');
  const begun = first - opening.length;
  if (!text.endsWith('\n]}') || !text.startsWith(opening, begun)) return undefined;
  // Else it is the end of a longer name.
  if (!'{,'.includes(text[begun - 1] ?? ' ')) return undefined;
  try {
    const head = JSON.parse(`${text.slice(0, first)}]}`) as object;
    return { ...head, [list]: readItems(text.slice(first + 1, -3)) };
  } catch {
    return undefined;
  }
}

function readItems(lines: string): readonly unknown[] {
  if (lines === '') return [];
  return lines.split(',\n').map((line) => {
    const item = JSON.parse(line) as unknown;
    keepText(item, line);
    return item;
  });
}

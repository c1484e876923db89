/** Elements that no other part of a workbook has; what a part is called is for its writer to choose. */
const ofWorksheets = /<(?:[\w.-]+:)?(?:worksheet|sheetData|cols?)[\s>/]/;

/**
 * A worksheet with nothing but its cells and merged ranges. The library reads widths, links, rules and the like as well, and
 * a hostile file can make each of them cost minutes. Prefixed names (`x:sheetData`) are as good as plain ones. Any other part stays as it is.
 */
export function bareWorksheet(part: Buffer): Buffer {
  // One byte is one character here, so that places in the text are places in the bytes.
  const text = part.toString('latin1');
  if (!ofWorksheets.test(text)) return part;
  const kept = ['sheetData', 'mergeCells'].flatMap((name) => {
    const start = new RegExp(String.raw`<((?:[\w.-]+:)?${name})[\s>]`).exec(text);
    if (start === null) return [];
    const ending = `</${start[1]}>`;
    const end = text.lastIndexOf(ending);
    return end < start.index ? [] : [part.subarray(start.index, end + ending.length)];
  });
  return Buffer.concat([Buffer.from('<worksheet>'), ...kept, Buffer.from('</worksheet>')]);
}

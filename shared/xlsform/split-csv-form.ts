import type { Cell, Workbook } from '../tables/workbook';

const sheetNames = /^(?:survey|choices|settings|external_choices|entities|osm)$/i;

/**
 * An XLSForm as a CSV file has all its sheets in one, each below its name in the first column. Rows and columns stay where
 * they are, so that faults are told of by the places of the file. Any other workbook comes back as it is.
 */
export function splitCsvForm(workbook: Workbook): Workbook {
  const [only, ...more] = workbook.sheets;
  const first = only?.rows.find((row) => row.some((cell) => cell !== null && cell !== ''));
  if (only === undefined || more.length > 0 || !sheetNames.test(nameIn(first))) return workbook;
  const sheets = new Map<string, (readonly Cell[])[]>();
  let current = '';
  for (const [index, row] of only.rows.entries()) {
    const name = nameIn(row);
    if (name !== '') current = name;
    const rows = sheets.get(current) ?? [];
    if (current === '') continue;
    while (rows.length < index) rows.push([]);
    rows.push([null, ...row.slice(1)]);
    sheets.set(current, rows);
  }
  return { sheets: [...sheets].map(([name, rows]) => ({ name, rows })) };
}

function nameIn(row: readonly Cell[] | undefined): string {
  return typeof row?.[0] === 'string' ? row[0].trim() : '';
}

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseTables } from '../../../electron/tables/parse-tables';
import { splitCsv } from '../../../electron/tables/split-csv';
import { writeTable } from '../../../electron/tables/write-table';
import { printableText } from '../../../shared/documents/printable-text';
import type { TableFormat } from '../../../shared/protocol/table-calls';
import type { Cell } from '../../../shared/tables/workbook';
import { hostileStrings } from '../../shared/documents/hostile-strings';

type Rows = readonly (readonly Cell[])[];

async function bytesOf(rows: Rows, format: TableFormat, name = '名单'): Promise<Uint8Array> {
  const written = await writeTable([{ name, rows }], format);
  if (!written.ok) throw new Error(written.problem.code);
  return written.value;
}

async function thereAndBack(rows: Rows, format: TableFormat): Promise<Rows> {
  const read = await parseTables({ file: `名单.${format}`, bytes: await bytesOf(rows, format) });
  if (!read.ok) return read.problem.code === 'table.empty' ? [] : [[read.problem.code]];
  return read.value.sheets[0]?.rows ?? [];
}

/** As a reader sees it: nothing and an empty text are one, and what is empty at the end is not there. */
function trimmed(rows: Rows, cellOf: (cell: Cell) => Cell): Rows {
  const cells = rows.map((row) => row.map((cell) => (cell === '' ? null : cellOf(cell))));
  const last = (row: readonly Cell[]) => row.findLastIndex((cell) => cell !== null) + 1;
  const height = cells.findLastIndex((row) => last(row) > 0) + 1;
  const width = Math.max(0, ...cells.map(last));
  return cells
    .slice(0, height)
    .map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
}

/** Text that a spreadsheet can hold: no control characters but line breaks and tabs, no half characters. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ',',
        ';',
        '\t',
        '\n',
        '|',
        '_x0041_',
        '＝',
        '组别',
        '007',
        '<b>',
        ']]>',
      ),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join('').replace(/(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF\uFEFF]/gu, ''));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.integer({ min: -1e12, max: 1e12 }),
  fc.constantFrom<Cell>(0.1, 272.8, true, false, null),
);
const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });

describe('a table that goes out', () => {
  it('comes back the same from a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect(await thereAndBack(rows, 'xlsx')).toEqual(trimmed(rows, (value) => value));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('comes back the same from CSV, where everything is text', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const expected = trimmed(rows, (value) => (value === null ? null : String(value)));
        expect(await thereAndBack(rows, 'csv')).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('comes back the same from CSV where a text of two lines looks like another separator', async () => {
    const rows = [
      ['', '\n; '],
      ['', '\n; ', 0.1],
    ];
    expect(await thereAndBack(rows, 'csv')).toEqual([
      [null, '\n; ', null],
      [null, '\n; ', '0.1'],
    ]);
  });

  it('holds not one formula, whatever is written into it', async () => {
    const hostile = [
      ...hostileStrings,
      '=1+1',
      '+1',
      '-1+1',
      '@SUM(A1)',
      '\t=1',
      '\n=1',
      "'=1",
      '|cmd',
      '＝1+1',
    ];
    const rows = [['内容'], ...hostile.map((value) => [value])];
    const parts = unzipSync(await bytesOf(rows, 'xlsx'));
    const textOf = (pattern: RegExp) =>
      Object.entries(parts)
        .filter(([name]) => pattern.test(name))
        .map(([, part]) => strFromU8(part))
        .join('');
    expect(textOf(/^xl\/worksheets\//)).toContain('<row');
    expect(textOf(/^xl\/worksheets\//)).not.toMatch(/<f[\s>]/);
    expect(textOf(/\.rels$/)).not.toContain('TargetMode="External"');
    const csv = Buffer.from(await bytesOf(rows, 'csv')).toString('utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    for (const { cells } of splitCsv(csv.slice(1), ',')) expect(cells[0]).not.toMatch(/^[=+@|＝＋－＠\t\n-]/);
    expect((await thereAndBack(rows, 'csv')).map(([value]) => value)).toEqual([
      '内容',
      ...hostile.map((value) => printableText(value) || null),
    ]);
  });

  it('keeps codes and long numbers as they are written', async () => {
    const rows = [['代码'], ['110101199003070011'], ['007'], ['1e5'], ['2026年11月5日']];
    expect(await thereAndBack(rows, 'xlsx')).toEqual(rows);
    expect(await thereAndBack(rows, 'csv')).toEqual(rows);
  });

  it('has names of sheets that Excel takes', async () => {
    const sheets = ['人员', '人员', 'a/b:c*d?', '', "'quoted'", '长'.repeat(40)].map((name) => ({
      name,
      rows: [['1']],
    }));
    const written = await writeTable(sheets, 'xlsx');
    const read = written.ok ? await parseTables({ file: 'a.xlsx', bytes: written.value }) : written;
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual([
      '人员',
      '人员 (2)',
      'a b c d',
      'Sheet',
      'quoted',
      '长'.repeat(31),
    ]);
  });

  it('with a text that no cell of Excel holds is refused as a workbook and kept as CSV', async () => {
    const rows = [['内容'], ['长'.repeat(40_000)]];
    expect(await writeTable([{ name: '名单', rows }], 'xlsx')).toEqual({
      ok: false,
      problem: { code: 'table.cellTooLong', details: { sheet: '名单', row: 2, column: 1, limit: 32_767 } },
    });
    expect(await thereAndBack(rows, 'csv')).toEqual(rows);
  });
});

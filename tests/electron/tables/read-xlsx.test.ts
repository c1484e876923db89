import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Zippable, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { parseTables } from '../../../electron/tables/parse-tables';

const read = (bytes: Uint8Array) => parseTables({ file: '行程.xlsx', bytes });
const sample = () => readFile(join(import.meta.dirname, '../../../build/samples/itinerary.xlsx'));

async function sheetOf(bytes: Uint8Array) {
  const result = await read(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.sheets[0]?.rows;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const result = await read(bytes);
  return result.ok ? 'read' : result.problem.code;
}

/** A small workbook with one part of it replaced. */
async function withPart(name: string, text: string): Promise<Uint8Array> {
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: '点位', rows: [['组别'], ['第一组']] }] }));
  return zipSync({ ...parts, [name]: strToU8(text) });
}

const sheetXml = (data: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;

describe('a workbook', () => {
  it('gives stored results of formulas, merged values in every cell, and dates and times as text', async () => {
    const rows = await sheetOf(
      await writeXlsx({
        sheets: [
          {
            name: '点位',
            rows: [
              ['第一组', 1, true],
              [null, 2, null],
              [null, 3, null],
            ],
            merges: [{ startRow: 0, startCol: 0, endRow: 2, endCol: 0 }],
            cells: new Map([
              ['0,3', { value: 0.354166666666667, style: { numFmt: 'h:mm' } }],
              ['1,3', { value: new Date('2026-11-20T00:00:00Z'), style: { numFmt: 'yyyy-mm-dd' } }],
              ['2,3', { value: new Date('2026-11-20T08:30:00Z'), style: { numFmt: 'yyyy-mm-dd hh:mm' } }],
              ['0,4', { formula: '1+2', formulaResult: 3 }],
              ['999,5', { value: null, style: { font: { bold: true } } }],
            ]),
          },
        ],
      }),
    );
    expect(rows).toEqual([
      ['第一组', 1, true, '08:30', 3],
      ['第一组', 2, null, '2026-11-20', null],
      ['第一组', 3, null, '2026-11-20 08:30', null],
    ]);
  });

  it('is refused when it is empty, locked by a password, or a zip of something else', async () => {
    expect(await problemOf(new Uint8Array())).toBe('table.empty');
    expect(await problemOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('table.wrongType');
    const locked = await writeXlsx({
      sheets: [{ name: '点位', rows: [['组别']] }],
      encryption: { password: 'secret', spinCount: 10 },
    });
    expect(await problemOf(locked)).toBe('table.locked');
  });

  it('is refused when it is larger than any itinerary', async () => {
    const rows = Array.from({ length: 20_001 }, () => ['x']);
    expect(await problemOf(await writeXlsx({ sheets: [{ name: '点位', rows }] }))).toBe('table.tooLarge');
    const wide = [Array.from({ length: 101 }, () => 'x')];
    expect(await problemOf(await writeXlsx({ sheets: [{ name: '点位', rows: wide }] }))).toBe(
      'table.tooLarge',
    );
    const sheets = Array.from({ length: 21 }, (_, index) => ({ name: `表${index}`, rows: [['x']] }));
    expect(await problemOf(await writeXlsx({ sheets }))).toBe('table.tooLarge');
    expect(await problemOf(await writeXlsx({ sheets: sheets.slice(1) }))).toBe('read');
    expect(await problemOf(new Uint8Array((20 << 20) + 1))).toBe('table.tooLarge');
  });
});

describe('a damaged file', () => {
  it('is refused wherever it was cut off', async () => {
    const whole = await sample();
    for (let length = 97; length < whole.length; length += 97)
      expect(await problemOf(whole.subarray(0, length)), `${length} bytes`).toBe('table.damaged');
  });

  it('is never read as another itinerary when a byte of it has changed', async () => {
    const whole = await sample();
    const good = await read(whole);
    const refused = { ok: false, problem: { code: 'table.damaged', details: { file: '行程.xlsx' } } };
    let refusals = 0;
    for (let at = 0; at < whole.length; at += 41) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      const result = await read(damaged);
      expect(result, `byte ${at}`).toEqual(result.ok ? good : refused);
      if (!result.ok) refusals += 1;
    }
    expect(refusals).toBeGreaterThan(200);
  }, 60_000);
});

describe('a hostile file', () => {
  /** In time of the processor: how long it takes by the clock depends on what else the machine does. */
  const within = async (milliseconds: number, work: () => Promise<void>): Promise<void> => {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(milliseconds);
  };

  it('does not unpack what grows a thousandfold, whatever size it declares', async () => {
    const bomb = zipSync({ 'xl/sharedStrings.xml': new Uint8Array(100 << 20) });
    expect(bomb.length).toBeLessThan(1 << 20);
    const lying = Buffer.from(bomb);
    for (const mark of [0x04034b50, 0x02014b50]) {
      const sizeAt = mark === 0x04034b50 ? 22 : 24;
      for (let at = 0; at + 46 < lying.length; at += 1)
        if (lying.readUInt32LE(at) === mark) lying.writeUInt32LE(10, at + sizeAt);
    }
    await within(2000, async () => {
      expect(await problemOf(bomb)).toBe('table.tooLarge');
      expect(await problemOf(lying)).toBe('table.tooLarge');
    });
  });

  it('does not spend long on many parts, many tags or merges laid over each other', async () => {
    const merge = '<mergeCell ref="A1:CV20000"/>'.repeat(100_000);
    const parts: Zippable = Object.fromEntries(
      Array.from({ length: 2001 }, (_, index) => [`xl/worksheets/sheet${index}.xml`, strToU8('<a/>')]),
    );
    const merged = await withPart(
      'xl/worksheets/sheet1.xml',
      sheetXml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="20000"><c r="CV20000"><v>1</v></c></row>',
      ).replace('</sheetData>', `</sheetData><mergeCells>${merge}</mergeCells>`),
    );
    const tags = await withPart('xl/sharedStrings.xml', `<sst>${'<si/>'.repeat(2_100_000)}</sst>`);
    await within(5000, async () => {
      expect(await problemOf(zipSync(parts))).toBe('table.damaged');
      expect(await problemOf(merged)).toBe('table.tooLarge');
      expect(await problemOf(tags)).toBe('table.tooLarge');
    });
  });

  it('does not count widths, formats without an end, or one sheet twenty times over', async () => {
    const cell = '<row r="1"><c r="A1" s="0"><v>1</v></c></row>';
    const cols = '<col min="1" max="16384" width="9"/>'.repeat(400_000);
    const wide = sheetXml(cell).replace('<sheetData>', `<cols>${cols}</cols><sheetData>`);
    const format = `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(3_000_000)}"/></numFmts>`;
    const styles = `<styleSheet>${format}<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`;
    const rows = Array.from({ length: 19_000 }, (_, row) => {
      const cells = Array.from({ length: 20 }, (_, column) => {
        const letter = String.fromCharCode(65 + column);
        return `<c r="${letter}${row + 1}"><v>1</v></c>`;
      });
      return `<row r="${row + 1}">${cells.join('')}</row>`;
    });
    const many = Array.from(
      { length: 20 },
      (_, at) => `<sheet name="${at}" sheetId="${at + 1}" r:id="rId1"/>`,
    );
    const parts = unzipSync(await withPart('xl/worksheets/sheet1.xml', sheetXml(rows.join(''))));
    const again = zipSync({
      ...parts,
      'xl/workbook.xml': strToU8(`<workbook><sheets>${many.join('')}</sheets></workbook>`),
    });
    const widths = await withPart('xl/worksheets/sheet1.xml', wide);
    const formats = await withPart('xl/styles.xml', styles);
    await within(5000, async () => {
      expect(await sheetOf(widths)).toEqual([[1]]);
      expect(await problemOf(formats)).toBe('table.damaged');
      expect(await problemOf(again)).toBe('table.tooLarge');
    });
  });

  it('may write its elements with a prefix', async () => {
    const prefixed = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"/></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;
    expect(await sheetOf(await withPart('xl/worksheets/sheet1.xml', prefixed))).toEqual([[1]]);
  });

  it('does not expand entities, nor take the cell in the last corner for a full sheet', async () => {
    const entities = `<!DOCTYPE a [<!ENTITY b "${'b'.repeat(1000)}">]>${sheetXml('')}`;
    expect(await problemOf(await withPart('xl/worksheets/sheet1.xml', entities))).toBe('table.damaged');
    const corner = sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    await within(1000, async () => {
      expect(await sheetOf(await withPart('xl/worksheets/sheet1.xml', corner))).toEqual([]);
    });
  });

  it('does not reach the prototype of objects', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const polluting = sheetXml(
      '<row r="1" __proto__="x" constructor="y"><c r="A1" t="inlineStr" __proto__="z"><is><t>__proto__</t></is></c></row>',
    );
    expect(await sheetOf(await withPart('xl/worksheets/sheet1.xml', polluting))).toEqual([['__proto__']]);
    await read(zipSync({ '__proto__/polluted.xml': strToU8('<a/>'), 'constructor.xml': strToU8('<a/>') }));
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileWorkbooks } from '../tables/hostile-workbooks';
import { hostileZips } from '../tables/hostile-zips';
import { rawWorkbook, sheetXml, workbookXml } from '../tables/raw-workbook';
import { checklistCommand } from '../../../electron/headless/checklist-command';
import { parseTables } from '../../../electron/tables/parse-tables';
import { writeTable } from '../../../electron/tables/write-table';
import { presetChecklist } from '../../../shared/checklists/preset-checklist';
import { readXlsform } from '../../../shared/xlsform/read-xlsform';
import { writeXlsform } from '../../../shared/xlsform/write-xlsform';

const published = join(import.meta.dirname, '../../fixtures/xlsform');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checklist-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const io = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  const code = await checklistCommand(args, io, parseTables);
  return { code, ...said };
}

describe('checklist', () => {
  it('prints the template, and what is not supported by sheet, row and column', async () => {
    const { code, out, err } = await run(join(published, 'pyxform/loop.xlsx'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('3 道题 questions，1 个选项表 lists');
    expect(out).toContain('\n    integer  number  How many %(label)s are on the premises?\n');
    expect(out).toContain('工作表\t行\t列\t不支持 not supported\nsurvey\t3\tA\t不支持 loop，只问一遍\n');
  });

  it('ends with 1 where the form has a fault, and names its cell', async () => {
    const { code, err } = await run(join(published, 'pyxform/include.xlsx'));
    expect(code).toBe(1);
    expect(err).toBe('工作表\t行\t列\t问题\nsurvey\t3\tA\t不认识题型“include”\n');
  });

  it('says the same as JSON', async () => {
    const { code, out, err } = await run(join(published, 'pyxform/include.xlsx'), '--json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      file: 'include.xlsx',
      sound: false,
      checklist: { survey: [{ name: 'name' }, { type: 'include' }] },
      faults: [{ sheet: 'survey', row: 3, column: 'A', zh: '不认识题型“include”' }],
      unsupported: [],
    });
  });

  it('takes the CSV files that the form names from its folder, and says when one is not there', async () => {
    const form = join(folder, 'pull_data.xlsx');
    await copyFile(join(published, 'pyxform/pull_data.xlsx'), form);
    expect((await run(form)).out).toContain('没有名单“fruits”');
    await copyFile(join(published, 'pyxform/fruits.csv'), join(folder, 'fruits.csv'));
    const { out } = await run(form, '--json');
    expect(JSON.parse(out)).toMatchObject({
      unsupported: [],
      checklist: { lists: { 'fruits.csv': { columns: ['name_key', 'name'] } } },
    });
  });

  it.each([
    ['nothing there', 'none.xlsx', null, '找不到文件“none.xlsx”'],
    ['an empty file', 'empty.xlsx', '', 'empty.xlsx'],
    ['a text', 'text.xlsx', '这不是表格', 'text.xlsx'],
    ['a table that is no form', 'stops.csv', '序号,名称\n1,甲\n', '这不是 XLSForm'],
  ])('refuses %s in plain words', async (_, name, content, words) => {
    if (content !== null) await writeFile(join(folder, name), content);
    const { code, err } = await run(join(folder, name));
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  const hostile = [...hostileZips, ...hostileWorkbooks];
  it.each([
    'empty.xlsx',
    'cut in the middle.xlsx',
    'picture.xlsx',
    'document.docx',
    'old.xls',
    'locked by a password.xlsx',
    'bomb of one part.xlsx',
    'bomb that lies.xlsx',
    'entities that grow.xlsx',
    'two hundred thousand rows.xlsx',
    'formula that runs a program.xlsx',
    'link to another file.xlsx',
    'page in a cell.xlsx',
  ])('takes nothing of %s, says so in Chinese and English, and ends with 1', async (name) => {
    const bytes = await hostile.find((one) => one.name === name)?.make();
    if (!bytes) throw new Error(`no file ${name}`);
    await writeFile(join(folder, name), bytes);
    const { code, out, err } = await run(join(folder, name));
    expect(code).toBe(1);
    expect(`${out}${err}`).toMatch(/\p{Script=Han}/u);
    expect(out).not.toContain('检查表无误');
    const asJson = await run(join(folder, name), '--json');
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.out)).toMatchObject({ file: name, sound: false });
  });

  it('names the cells of a form that holds formulas, and reads markup in a cell as the text it is', async () => {
    const row = (at: number, ...texts: string[]) =>
      `<row r="${at}">${texts.map((text, place) => `<c r="${'ABC'[place] ?? ''}${at}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const rows =
      row(1, 'type', 'name', 'label') +
      row(2, 'text', 'a', '&lt;img src=x onerror=alert(1)&gt;') +
      '<row r="3"><c r="A3" t="inlineStr"><is><t>text</t></is></c><c r="B3" t="inlineStr"><is><t>b</t></is></c>' +
      '<c r="C3"><f>HYPERLINK("https://example.invalid","x")</f></c></row>';
    const file = join(folder, 'formulas.xlsx');
    await writeFile(
      file,
      rawWorkbook({
        'xl/workbook.xml': workbookXml('<sheet name="survey" sheetId="1" r:id="rId1"/>'),
        'xl/worksheets/sheet1.xml': sheetXml(rows),
      }),
    );
    const { code, out, err } = await run(file);
    expect(code).toBe(1);
    expect(err).toContain('survey\t3\tC\t');
    expect(out).toContain('<img src=x onerror=alert(1)>');
  });

  it('is called with one file', async () => {
    expect((await run()).code).toBe(2);
    expect((await run('a.xlsx', 'b.xlsx')).code).toBe(2);
  });

  it('finds no fault in the checklist of the product as the file that Xunji writes', async () => {
    const bytes = await writeTable(writeXlsform(presetChecklist).sheets, 'xlsx');
    if (!bytes.ok) throw new Error(bytes.problem.code);
    const file = join(folder, 'preset.xlsx');
    await writeFile(file, bytes.value);
    expect(await run(file)).toMatchObject({ code: 0, err: '' });
    const workbook = await parseTables({ file, bytes: bytes.value });
    const again =
      workbook.ok && readXlsform(workbook.value, { id: presetChecklist.id, title: presetChecklist.title });
    expect(again && again.checklist).toEqual(presetChecklist);
  });
});

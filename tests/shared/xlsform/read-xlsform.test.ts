import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetChecklist } from '../../../shared/checklists/preset-checklist';
import { checkForm } from '../../../shared/xlsform/check-form';
import { readXlsform } from '../../../shared/xlsform/read-xlsform';
import { writeXlsform } from '../../../shared/xlsform/write-xlsform';
import type { Cell, Workbook } from '../../../shared/tables/workbook';
import { anyChecklist } from './generated-checklist';

const context = { id: 'list-1', title: '文件名' };

function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Workbook {
  return { sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) };
}

/** What is said of a survey with this head and these rows: "row column words". */
function said(rows: readonly (readonly Cell[])[], more: Parameters<typeof workbook>[0] = {}) {
  const read = readXlsform(workbook({ survey: rows, ...more }), context);
  const tell = (list: typeof read.faults) => list.map((one) => `${one.row}${one.column} ${one.zh}`);
  return { faults: tell(read.faults), unsupported: tell(read.unsupported), checklist: read.checklist };
}

const head = ['type', 'name', 'label', 'relevant', 'calculation'];

describe('an XLSForm', () => {
  it('comes back the same after export, whatever its rows hold', () => {
    fc.assert(
      fc.property(anyChecklist, (checklist) => {
        const once = readXlsform(writeXlsform(checklist), context).checklist;
        expect(once).toEqual({ ...checklist, id: context.id });
        expect(once && readXlsform(writeXlsform(once), context).checklist).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('of the product comes back the same, without a fault', () => {
    const { checklist, faults, unsupported } = readXlsform(writeXlsform(presetChecklist), {
      ...context,
      id: presetChecklist.id,
    });
    expect({ faults, unsupported }).toEqual({ faults: [], unsupported: [] });
    expect(checklist).toEqual(presetChecklist);
  });

  it('keeps its texts as written and numbers and truth values as texts', () => {
    const { checklist } = said([
      ['type', 'name', 'label', 'required'],
      ['integer', 'a', ' 人数 ', true],
      [null, null, null],
      ['text', 2026, '年', 0.5],
    ]);
    expect(checklist?.survey).toEqual([
      { type: 'integer', name: 'a', label: ' 人数 ', required: 'TRUE' },
      { type: 'text', name: '2026', label: '年', required: '0.5' },
    ]);
  });

  it('is called by its settings, else by its file, and keeps sheets that are not used', () => {
    const survey = [head, ['text', 'a', 'A']];
    const settings = [
      ['form_title', 'version'],
      ['安全检查', '3'],
    ];
    const entities = [['list_name'], ['trees']];
    const read = said(survey, { settings, entities });
    expect(read.checklist).toMatchObject({ title: '安全检查', version: '3' });
    expect(read.checklist?.otherSheets).toEqual({ entities: { columns: ['list_name'], rows: [['trees']] } });
    expect(read.unsupported).toEqual(['0 没有用到工作表“entities”，导出时原样保留']);
    expect(said(survey).checklist).toMatchObject({ title: '文件名', version: '1' });
  });

  it('without a question, as a template is, becomes a draft that has to get some', () => {
    const { checklist, faults, unsupported } = said([head, [null, null]], {
      choices: [['list_name', 'name']],
    });
    expect({ faults, rows: checklist?.survey }).toEqual({ faults: [], rows: [] });
    expect(unsupported).toEqual(['0 还没有题目，导入后是空白草稿，添加题目以后才能发布']);
    expect(checkForm(checklist ?? presetChecklist).faults).toHaveLength(1);
  });

  it.each<readonly [string, readonly (readonly Cell[])[], string]>([
    ['an unknown type', [head, ['texte', 'a']], '2A 不认识题型“texte”'],
    ['a question without a type', [head, [null, 'a', 'A']], '2A 这一行有题目，但没有填 type'],
    ['a name twice', [head, ['text', 'a'], ['text', 'a']], '3B 名称“a”与第 2 行重复'],
    ['no name', [head, ['text', null, 'A']], '2B 没有填 name'],
    ['a name that is none', [head, ['text', '1 a']], '2B “1 a”不能作名称'],
    [
      'a list that is not there',
      [head, ['select_one yes_no', 'a']],
      '2A 工作表“choices”里没有选项表“yes_no”',
    ],
    ['a select without a list', [head, ['select_one', 'a']], '2A “select_one”后面要写选项表的名称'],
    ['no end', [head, ['begin group', 'g'], ['text', 'a']], '2A “begin group”没有对应的 end'],
    ['no begin', [head, ['end repeat']], '2A “end repeat”没有对应的 begin'],
    [
      'a wrong end',
      [head, ['begin group', 'g'], ['end repeat']],
      '3A “end repeat”与第 2 行的“begin group”不配对',
    ],
    ['a name that is not there', [head, ['text', 'a', '', "${b} = '1'"]], '2D 没有叫“b”的题目'],
    ['a name in a label', [head, ['note', 'a', '共${b}人']], '2C 没有叫“b”的题目'],
    ['an expression cut off', [head, ['text', 'a', '', '${a} = ']], '2D 公式不完整'],
    ['full-width brackets', [head, ['text', 'a', '', 'not（true()）']], '2D 公式第 4 个字符“（”是全角符号'],
    ['a function that is not there', [head, ['text', 'a', '', 'nto(true())']], '2D 没有函数 nto()'],
    [
      'too few arguments',
      [head, ['text', 'a', '', 'selected(${a})']],
      '2D 函数 selected() 要 2 个参数，这里有 1 个',
    ],
    ['no calculation', [head, ['calculate', 'a']], '2E calculate 没有填 calculation'],
    [
      'a circle of calculations',
      [
        head,
        ['calculate', 'a', '', '', '${b} + 1'],
        ['calculate', 'b', '', '', '${c}'],
        ['calculate', 'c', '', '', '${a}'],
      ],
      '2E 计算循环：a → b → c → a',
    ],
    [
      'a group that needs what stands in it',
      [head, ['begin group', 'g', '', "${a} = '1'"], ['text', 'a'], ['end group']],
      '2D 计算循环：g → a → g',
    ],
    [
      'one column twice',
      [
        ['type', 'name', 'relevant', 'Relevance'],
        ['text', 'a'],
      ],
      '0D “relevant”和“Relevance”是同一列',
    ],
  ])('names %s by its cell', (_, rows, fault) => {
    const { faults } = said(rows);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it('does not take a running total for a circle', () => {
    const { faults } = said([
      head,
      ['begin repeat', 'r'],
      ['integer', 'n'],
      ['calculate', 'total', '', '', '${n} + coalesce(indexed-repeat(${total}, ${r}, position(..) - 1), 0)'],
      ['end repeat'],
    ]);
    expect(faults).toEqual([]);
  });

  it.each<readonly [string, readonly (readonly Cell[])[], string]>([
    ['a type', [head, ['geopoint', 'a', 'A']], '2A 题型 geopoint：'],
    [
      'a column',
      [
        [...head, 'save_to'],
        ['text', 'a', 'A', '', '', 'x'],
      ],
      '2F 没有用到“save_to”列',
    ],
    [
      'a file that is not there',
      [head, ['select_one_from_file towns.csv', 'a']],
      '2A 还没有选项文件“towns.csv”',
    ],
    [
      'an appearance',
      [
        [...head, 'appearance'],
        ['text', 'a', 'A', '', '', 'ex:app'],
      ],
      '2F 外观“ex:app”没有作用',
    ],
    [
      'a parameter',
      [
        [...head, 'parameters'],
        ['text', 'a', 'A', '', '', 'rows=3 size=2'],
      ],
      '2F 参数“size”没有作用',
    ],
    ['the last form', [head, ['text', 'a', 'A', '${last-saved#a}']], '2D 不支持 ${last-saved#a}'],
    [
      'a column without a head',
      [
        [...head, ''],
        ['text', 'a', 'A', '', '', 'x'],
      ],
      '0 第 F 列没有列名',
    ],
  ])('tells that %s is not supported, and keeps it in the rows', (_, rows, words) => {
    const { faults, unsupported, checklist } = said(rows);
    expect(faults).toEqual([]);
    expect(unsupported).toHaveLength(1);
    expect(unsupported[0]).toContain(words);
    expect(checklist?.survey).toHaveLength(1);
  });

  it.each<readonly [string, Parameters<typeof workbook>[0], string]>([
    ['nothing', {}, '缺少工作表“survey”'],
    ['other sheets', { 点位: [['序号']], 人员: [['姓名']] }, '缺少工作表“survey”'],
    ['a survey without types', { survey: [['name'], ['a']] }, '没有“type”列'],
    [
      'too many rows',
      { survey: [['type', 'name'], ...Array.from({ length: 5001 }, (__, n) => ['text', `q${n}`])] },
      '检查表太大',
    ],
  ])('is not a workbook with %s', (_, sheets, words) => {
    const read = readXlsform(workbook(sheets), context);
    expect(read.checklist).toBeNull();
    expect(read.faults.map((fault) => fault.zh).join()).toContain(words);
  });

  it('never throws, whatever the cells hold', () => {
    const anyCell = fc.oneof(
      fc.constantFrom<Cell>(
        'type',
        'name',
        'begin group',
        'end group',
        '__proto__',
        'constructor',
        'a',
        '${',
        '${a}',
        null,
      ),
      fc.string({ maxLength: 12 }),
      fc.double(),
      fc.boolean(),
    );
    const sheet = fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(sheet, sheet, sheet, (survey, choices, settings) => {
        const read = readXlsform(
          workbook({ survey: [['type', 'name', 'relevant'], ...survey], choices, settings }),
          context,
        );
        expect(Array.isArray(read.faults)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Cell, Sheet } from '../../../shared/tables/workbook';
import { readList } from '../../../shared/xlsform/read-list';
import { readXlsform } from '../../../shared/xlsform/read-xlsform';

const ask = (type = 'select_one', parameters = '', filter = '') => [
  [`${type}_from_file streets.csv`, 'street', '街道', parameters, filter],
];
type Rows = readonly (readonly Cell[])[];

/** What is said of a form whose question is answered from a file with these rows: "row column words". */
function said(file: Rows | readonly Sheet[], questions: Rows = ask(), more: readonly Sheet[] = []) {
  const sheets = file.every((one) => 'rows' in one) ? file : [{ name: 's', rows: file }];
  const head = ['type', 'name', 'label', 'parameters', 'choice_filter'];
  const { checklist, faults, unsupported } = readXlsform(
    { sheets: [{ name: 'survey', rows: [head, ...questions] }, ...more] },
    { id: 'form', title: '检查表', lists: { 'streets.csv': readList('streets.csv', { sheets }) } },
  );
  const tell = (list: typeof faults) => list.map((one) => `${one.sheet} ${one.column}${one.row} ${one.zh}`);
  return { faults: tell(faults), unsupported: tell(unsupported), table: checklist?.lists['streets.csv'] };
}

const sound: Rows = [
  ['name', 'label', 'region'],
  ['s1', '临江街道', 'east'],
  ['s2', '云岭街道', 'west'],
];

describe('a file of choices', () => {
  it('is taken as it is where every row is an answer', () => {
    expect(said(sound)).toEqual({
      faults: [],
      unsupported: [],
      table: { columns: sound[0], rows: sound.slice(1) },
    });
  });

  it.each<readonly [string, Rows, string]>([
    ['no row at all', [], '0 名单“streets.csv”里没有选项'],
    ['a head and nothing below', [['name', 'label']], '0 名单“streets.csv”里没有选项'],
    [
      'no column of values',
      [
        ['code', 'label'],
        ['s1', '甲'],
      ],
      '0 名单“streets.csv”没有“name”列',
    ],
    [
      'no column of labels',
      [
        ['name', 'title'],
        ['s1', '甲'],
      ],
      '0 名单“streets.csv”没有“label”列',
    ],
    ['a row without a value', [...sound, ['', '望湖街道']], 'A4 “streets.csv”的选项没有填 name'],
    ['a row without a label', [...sound, ['s3', ' ']], 'B4 “streets.csv”的选项没有填 label'],
    ['a value twice', [...sound, ['s1', '望湖街道']], 'A4 “streets.csv”里有两个“s1”'],
    [
      'a column twice',
      [
        ['name', 'label', 'label'],
        ['s1', '甲', '乙'],
      ],
      'B0 名单“streets.csv”里有两列“label”',
    ],
  ])('with %s is a fault', (_, file, words) => {
    const { faults } = said(file);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`streets.csv ${words}`);
  });

  it('names a row by its number in the file, blank rows above it or not', () => {
    expect(said([[], ['name', 'label'], ['s1', '甲'], [null], ['', '乙']]).faults).toEqual([
      'streets.csv A5 “streets.csv”的选项没有填 name',
    ]);
  });

  it('may have a space in a value unless several are chosen', () => {
    const spaced: Rows = [...sound, ['s 3', '望湖街道']];
    expect(said(spaced).faults).toEqual([]);
    expect(said(spaced, ask('select_multiple')).faults).toEqual([
      'streets.csv A4 “s 3”含空格，而“streets.csv”用于多选，答案以空格分隔',
    ]);
  });

  it('is read by the columns that the question names', () => {
    const other: Rows = [
      ['code', '名称'],
      ['s1', '临江街道'],
    ];
    expect(said(other, ask('select_one', 'value=code label=名称')).faults).toEqual([]);
    expect(said(other, ask('select_one', 'value=code')).faults).toEqual([
      expect.stringContaining('没有“label”列，请补上，或在题目的参数里写 label=列名'),
    ]);
  });

  it('may have one value in several districts where a filter leaves one, but no row twice', () => {
    const others: Rows = [...sound, ['s9', '其他', 'east'], ['s9', '其他', 'west']];
    const filtered = ask('select_one', '', "region = 'east'");
    expect(said(others).faults).toHaveLength(1);
    expect(said(others, filtered).faults).toEqual([]);
    expect(said([...others, ['s9', '其他', 'west']], filtered).faults).toHaveLength(1);
    const settings = [{ name: 'settings', rows: [['allow_choice_duplicates'], ['yes']] }];
    expect(said(others, ask(), settings).faults).toEqual([]);
  });

  it('must not have the name of a list of choices, which the engine would ask instead', () => {
    const choices = [
      {
        name: 'choices',
        rows: [
          ['list_name', 'name', 'label'],
          ['streets', 's1', '甲'],
        ],
      },
    ];
    expect(said(sound, ask(), choices).faults).toEqual([
      'survey A2 名单“streets.csv”与选项表“streets”同名，请给其中一个改名',
    ]);
  });

  it('keeps columns that no expression can name, and says so', () => {
    const { faults, unsupported, table } = said([
      ['name', 'label', '负责人 电话', ''],
      ['s1', '甲', '1', '备注'],
    ]);
    expect(faults).toEqual([]);
    expect(unsupported).toEqual([
      'streets.csv C0 名单“streets.csv”的列名“负责人 电话”含空格等字符，公式不能引用',
      'streets.csv 0 名单“streets.csv”第 4 列没有列名，公式不能引用',
    ]);
    expect(table?.rows).toEqual([['s1', '甲', '1', '备注']]);
  });

  it('is the first sheet of a workbook that shows anything; the others are told of', () => {
    const { faults, unsupported, table } = said([
      { name: '空表', rows: [] },
      { name: '旧名单', rows: [['x']], hidden: true },
      { name: '街道', rows: sound },
      { name: '说明', rows: [['制表人']] },
    ]);
    expect({ faults, columns: table?.columns }).toEqual({ faults: [], columns: sound[0] });
    expect(unsupported).toEqual([
      'streets.csv 0 名单只取工作表“街道”，“旧名单”没有导入',
      'streets.csv 0 名单只取工作表“街道”，“说明”没有导入',
    ]);
  });

  it('has every formula without a result named by its cell', () => {
    const rows: Rows = [...sound, ...Array.from({ length: 30 }, (_, at) => [`t${at}`, null])];
    const uncalculated = Array.from({ length: 30 }, (_, at) => `B${at + 4}`);
    const { faults } = said([{ name: 's', rows, uncalculated }]);
    for (const cell of uncalculated) {
      expect(faults).toContainEqual(expect.stringContaining(`${cell} 单元格 ${cell} 的公式没有结果`));
    }
  });

  it('of as many rows as may be is checked, and only where a question uses it', () => {
    const rows: Rows = [['name'], ...Array.from({ length: 19_999 }, () => ['s1'])];
    expect(said(rows, [['text', 'a', '甲']]).faults).toEqual([]);
    expect(said(rows).faults).toHaveLength(19_999);
  });
});

import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../shared/tables/workbook';
import { writeTemplate } from '../../../shared/tables/write-register-table';
import { after, empty, read } from './read-rows';

const roster = [
  ['云澜市人员名单', '云澜市人员名单', '云澜市人员名单', '云澜市人员名单'],
  ['序号', '姓名', '职务职级', '工作单位'],
  [1, '王  伟', '党组书记；局长/一级调研员', '市示例局'],
  [2, '白露', '', '市示例局'],
  [3, '欧阳一苇', '科长', '临江区示例局'],
];

describe('a table of the register', () => {
  test('is read under titles, with posts parted and units made once', () => {
    const reading = read('people', roster);
    expect(reading.faults).toEqual([]);
    const { people, units } = after(empty, reading.edits);
    expect(units.map(({ name }) => name)).toEqual(['市示例局', '临江区示例局']);
    expect(people.map(({ name, posts, rank }) => [name, posts, rank])).toEqual([
      ['王伟', ['党组书记', '局长', '一级调研员'], 1],
      ['白露', [], 2],
      ['欧阳一苇', ['科长'], 3],
    ]);
    expect(people[0]?.unit).toBe(units[0]?.id);
  });

  test('read again changes nothing, and an empty cell erases nothing', () => {
    const register = after(empty, read('people', roster).edits);
    expect(read('people', roster, register).edits).toEqual([]);
    const blanked = roster.map((row, index) => (index > 1 ? [row[0], row[1], '', ''] : row)) as Cell[][];
    expect(read('people', blanked, register).edits).toEqual([]);
  });

  test('shows what would change from what to what', () => {
    const register = after(empty, read('people', roster).edits);
    const moved = roster.map((row) => (row[1] === '白露' ? [2, '白露', '副局长', '临江区示例局'] : row));
    const { differences } = read('people', moved, register);
    const changed = differences.filter(({ change }) => change === 'changed');
    expect(changed.map(({ name, fields }) => ({ name, fields }))).toEqual([
      {
        name: '白露',
        fields: [
          { field: 'posts', ledger: false, from: '', to: '副局长' },
          { field: 'unit', ledger: false, from: '市示例局', to: '临江区示例局' },
        ],
      },
    ]);
  });

  test('asks which of two namesakes is meant, by cell', () => {
    const two = [
      ['姓名', '单位', '电话'],
      ['王伟', '甲局', ''],
      ['王伟', '乙局', ''],
    ];
    const register = after(empty, read('people', two).edits);
    expect(register.people).toHaveLength(2);
    const unclear = read(
      'people',
      [
        ['姓名', '单位', '电话'],
        ['王伟', '', '123'],
      ],
      register,
    );
    expect(unclear.faults.map(({ row, column }) => [row, column])).toEqual([[2, 'B']]);
    expect(unclear.edits).toEqual([]);
    const clear = read(
      'people',
      [
        ['姓名', '单位', '电话'],
        ['王伟', '乙局', '123'],
      ],
      register,
    );
    expect(clear.edits).toEqual([
      expect.objectContaining({ id: register.people[1]?.id, values: { phone: '123' } }),
    ]);
  });

  test('with one bad cell edits nothing and names every bad cell', () => {
    const bad = [
      ['单位名称', '上级单位', '排序'],
      ['市政府', '', '一'],
      ['甲局', '没有的局', 2],
      ['乙局', '丙局', 3],
      ['丙局', '乙局', 4],
      ['甲局', '没有的局', 5],
      ['', '市政府', 6],
    ];
    const { faults, edits } = read('units', bad);
    expect(edits).toEqual([]);
    expect(faults.map(({ row, column }) => `${column}${row}`)).toEqual([
      'C2',
      'B3',
      'B4',
      'B5',
      'A6',
      'B6',
      'A7',
    ]);
  });

  test('knows a parent that stands further down', () => {
    const { edits, faults } = read('units', [
      ['单位名称', '简称', '上级单位'],
      ['甲局办公室', '', '甲局'],
      ['甲局', '甲', ''],
    ]);
    expect(faults).toEqual([]);
    expect(edits[0]?.values['parent']).toBe(edits[1]?.id);
  });

  test('keeps every other column of a ledger, and both ways to write coordinates', () => {
    const rows = [
      ['企业名称', '项目名称', '总投资（亿元）', '坐标', '序号'],
      ['云澜示例有限公司', '一期项目', '12.50', '北纬36.8142，东经118.3051', 1],
      ['合计', '', '12.50', '', ''],
    ];
    const reading = read('sites', rows);
    expect(reading).toMatchObject({ faults: [], skipped: 1 });
    const { sites } = after(empty, reading.edits);
    expect(sites).toMatchObject([
      {
        kind: 'project',
        name: '云澜示例有限公司一期项目',
        position: { longitude: 118.3051, latitude: 36.8142 },
        ledger: [{ name: '总投资（亿元）', value: '12.50' }],
      },
    ]);
    const more = [
      ['企业名称', '项目名称', '总投资（亿元）', '形象进度'],
      ['云澜示例有限公司', '一期项目', '13', '封顶'],
    ];
    expect(
      after({ ...empty, sites }, read('sites', more, { ...empty, sites }).edits).sites[0]?.ledger,
    ).toEqual([
      { name: '总投资（亿元）', value: '13' },
      { name: '形象进度', value: '封顶' },
    ]);
  });

  test('has a template without a fault', () => {
    for (const table of ['people', 'units', 'sites'] as const) {
      const { faults, edits } = read(table, writeTemplate(table)[0]?.rows ?? []);
      expect(faults).toEqual([]);
      expect(edits.length).toBeGreaterThan(0);
    }
  });
});

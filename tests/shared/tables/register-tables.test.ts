import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personSchema } from '../../../shared/records/person';
import { siteKinds, siteSchema } from '../../../shared/records/site';
import { unitSchema } from '../../../shared/records/unit';
import type { RecordValues } from '../../../shared/tour-file/edits-of-tour-file';
import { guessMapping } from '../../../shared/tables/mapping';
import { readRegisterTable } from '../../../shared/tables/read-register-table';
import { type RegisterTable, tableColumns } from '../../../shared/tables/table-columns';
import type { Register, TableReading } from '../../../shared/tables/table-reading';
import type { Cell } from '../../../shared/tables/workbook';
import { writeRegisterTable, writeTemplate } from '../../../shared/tables/write-register-table';

const empty: Register = { people: [], units: [], sites: [] };
let counter = 0;
const newId = () => `new-${(counter += 1)}`;

function read(table: RegisterTable, rows: readonly (readonly Cell[])[], register = empty): TableReading {
  const sheet = { name: '表', rows };
  const mapping = guessMapping(sheet, tableColumns[table], table === 'sites' ? 'ledger' : '');
  return readRegisterTable(table, sheet, mapping, register, newId);
}

/** What saving the edits makes of a register. */
function after(register: Register, edits: readonly RecordValues[]): Register {
  const apply = <R extends { readonly id: string }>(
    kind: string,
    records: readonly R[],
    parse: (value: unknown) => R,
  ): readonly R[] => {
    const byId = new Map<string, R>(records.map((record) => [record.id, record]));
    for (const edit of edits)
      if (edit.kind === kind) byId.set(edit.id, parse({ ...byId.get(edit.id), id: edit.id, ...edit.values }));
    return [...byId.values()];
  };
  return {
    people: apply('person', register.people, (value) => personSchema.parse(value)),
    units: apply('unit', register.units, (value) => unitSchema.parse(value)),
    sites: apply('site', register.sites, (value) => siteSchema.parse(value)),
  };
}

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

const word = fc.stringMatching(/^[甲乙丙丁局厂a-z0-9（）=+@-]{1,6}$/u);
const loose = fc.oneof(fc.constant(''), fc.string({ maxLength: 8 }), word);
const uniqueNames = fc.uniqueArray(word, { maxLength: 8, selector: (name) => name.normalize('NFKC') });

const registers = fc
  .record({
    names: uniqueNames,
    seed: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    sites: fc.array(
      fc.record({
        name: word,
        kind: fc.constantFrom(...siteKinds),
        enterprise: loose,
        project: loose,
        district: loose,
        address: loose,
        position: fc.option(
          fc.record({
            latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((value) => Number(value.toFixed(6))),
            longitude: fc
              .double({ min: -180, max: 180, noNaN: true })
              .map((value) => Number(value.toFixed(6))),
          }),
        ),
        facts: fc.array(word, { maxLength: 3 }),
        ledger: fc.array(
          fc.record({
            name: fc.oneof(word, fc.constantFrom('地址', '名称', '台账：地址', '序号', '总投资')),
            value: word,
          }),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 6 },
    ),
    people: fc.array(
      fc.record({
        name: word,
        posts: fc.array(word, { maxLength: 3 }),
        phone: loose,
        rank: fc.nat(99_999),
        of: fc.nat(),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ names, seed, sites, people }): Register => {
    const units = names.map((name, index) =>
      unitSchema.parse({
        id: `u${index}`,
        name,
        rank: index,
        short: index % 2 === 0 ? `简${index}` : '',
        // Towards the front only: a tree.
        parent: index === 0 || (seed[index] ?? 0) % 3 === 0 ? '' : `u${(seed[index] ?? 0) % index}`,
      }),
    );
    return {
      units,
      people: people.map(({ of, ...person }, index) =>
        personSchema.parse({
          ...person,
          id: `p${index}`,
          unit: units.length === 0 ? '' : (units[of % units.length]?.id ?? ''),
        }),
      ),
      sites: sites.map((site, index) => siteSchema.parse({ ...site, id: `s${index}` })),
    };
  });

describe('a register that was exported', () => {
  test.each(['people', 'units', 'sites'] as const)('comes back without a change: %s', (table) => {
    fc.assert(
      fc.property(registers, (register) => {
        const written = writeRegisterTable(table, register).rows;
        const reading = read(table, written, register);
        expect(reading.faults).toEqual([]);
        expect(reading.edits).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('comes back the same on an empty laptop', () => {
    fc.assert(
      fc.property(registers, (register) => {
        const distinct = { ...register, people: onlyOnce(register.people), sites: onlyOnce(register.sites) };
        const units = read('units', writeRegisterTable('units', distinct).rows);
        const withUnits = after(empty, units.edits);
        const people = read('people', writeRegisterTable('people', distinct).rows, withUnits);
        const sites = read('sites', writeRegisterTable('sites', distinct).rows, withUnits);
        const back = after(after(withUnits, people.edits), sites.edits);
        expect([units.faults, people.faults, sites.faults]).toEqual([[], [], []]);
        for (const table of ['people', 'units', 'sites'] as const)
          expect(withoutIds(writeRegisterTable(table, back).rows)).toEqual(
            withoutIds(writeRegisterTable(table, distinct).rows),
          );
      }),
      { numRuns: 200 },
    );
  });
});

function onlyOnce<R extends { readonly name: string }>(records: readonly R[]): readonly R[] {
  return [...new Map(records.map((record) => [record.name.normalize('NFKC'), record])).values()];
}

/** As people see the rows: blanks that no cell keeps apart are no difference. */
function withoutIds(rows: readonly (readonly Cell[])[]): readonly (readonly string[])[] {
  return rows.map((row) =>
    row.slice(0, -1).map((cell) =>
      String(cell ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
}

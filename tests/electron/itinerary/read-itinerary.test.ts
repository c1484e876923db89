import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readItinerary } from '../../../electron/itinerary/read-itinerary';
import { parseTables } from '../../../electron/tables/parse-tables';
import type { CellFault } from '../../../shared/itinerary/cell-fault';
import { tourFileSchema } from '../../../shared/tour-file/tour-file';

const samples = join(import.meta.dirname, '../../../build/samples');

async function read(name: string) {
  let count = 0;
  const bytes = await readFile(join(samples, name));
  return readItinerary({
    file: `/some/folder/${name}`,
    bytes,
    newId: () => `id-${(count += 1)}`,
    readTables: parseTables,
  });
}

async function faultsOf(name: string): Promise<readonly CellFault[]> {
  const result = await read(name);
  if (!result.ok || result.value.kind !== 'faulty') throw new Error(`${name} has no faulty cells`);
  return result.value.faults;
}

describe('the sample itinerary', () => {
  it('becomes a tour of 3 teams, 8 districts and 58 stops with everybody on it', async () => {
    const result = await read('itinerary.xlsx');
    if (!result.ok || result.value.kind !== 'read') throw new Error(JSON.stringify(result));
    const { tour } = result.value;
    expect(tourFileSchema.parse(tour)).toEqual(tour);
    expect(tour.tour).toMatchObject({
      title: '云澜市2026年第二次重点产业项目观摩督导活动',
      forms: ['观摩', '督导'],
      series: '2026年第二次',
      date: { from: '2026-11-20', to: '2026-11-20' },
      statedTotal: 58,
      toVerify: [],
    });
    expect(tour.teams.map(({ name, districts }) => [name, ...districts])).toEqual([
      ['第一组', '临江区', '望湖区', '北辰新区'],
      ['第二组', '青石县', '柳河县', '松岭区'],
      ['第三组', '东塘开发区', '南浦市'],
    ]);
    const stopsOf = tour.teams.map(({ id }) => tour.stops.filter((stop) => stop.team === id).length);
    expect(stopsOf).toEqual([20, 19, 19]);
    expect(tour.sites).toHaveLength(58);
    expect(tour.people).toHaveLength(30);
    expect(tour.tour.participants).toHaveLength(30);
    expect(tour.teams.map((team) => team.members.length)).toEqual([9, 9, 9]);
    expect(tour.people.find(({ id }) => id === tour.teams[1]?.leader)).toMatchObject({
      name: '骆怀堃',
      posts: ['市委常委', '市政府常务副市长', '党组副书记'],
    });
    expect(tour.sites.some((site) => site.enterprise.includes('𬭎'))).toBe(true);
  });
});

describe('the broken samples', () => {
  it('have exactly the cells named that were broken', async () => {
    const expected = JSON.parse(await readFile(join(samples, 'broken/expected.json'), 'utf8')) as Record<
      string,
      readonly {
        readonly sheet: string;
        readonly row: number;
        readonly column: string;
        readonly value: unknown;
      }[]
    >;
    const letters: Record<string, string> = { 组别: 'A', 序号: 'C', 企业名称: 'E', 阶段: 'G', 计划时间: 'H' };
    const faults = await faultsOf('broken/bad-rows.xlsx');
    expect(faults.map(({ sheet, row, column }) => ({ sheet, row, column }))).toEqual(
      expected['bad-rows.xlsx']?.map(({ sheet, row, column }) => ({ sheet, row, column: letters[column] })),
    );
    for (const [index, { value }] of (expected['bad-rows.xlsx'] ?? []).entries()) {
      expect(faults[index]?.zh).toContain(String(value));
      expect(faults[index]?.en).toContain(String(value));
    }
  });

  it('lack a column or everything', async () => {
    expect(await faultsOf('broken/missing-column.xlsx')).toMatchObject([
      { sheet: '点位', row: 1, column: '', zh: '表头缺少“企业名称”一列。' },
    ]);
    expect(await faultsOf('broken/empty.xlsx')).toMatchObject([
      { sheet: '点位', row: 0, column: '', zh: '工作表“点位”是空的，应有表头和内容。' },
    ]);
  });

  it('are no workbook at all', async () => {
    expect(await read('broken/wrong-type.xlsx')).toEqual({
      ok: false,
      problem: {
        code: 'table.wrongType',
        details: { file: 'wrong-type.xlsx', zh: '文本文件', en: 'a text file' },
      },
    });
  });
});

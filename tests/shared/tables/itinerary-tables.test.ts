import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTables } from '../../../electron/tables/parse-tables';
import { writeTable } from '../../../electron/tables/write-table';
import { guessItinerary } from '../../../shared/tables/itinerary-tables';
import {
  type ItineraryReading,
  type KnownTour,
  readItineraryTable,
} from '../../../shared/tables/read-itinerary-table';
import type { Register } from '../../../shared/tables/table-reading';
import type { Cell, Workbook } from '../../../shared/tables/workbook';
import { writeItinerary } from '../../../shared/tables/write-itinerary';
import { writeItineraryTemplate } from '../../../shared/tables/write-itinerary-template';
import { type TourFile, tourFileSchema } from '../../../shared/tour-file/tour-file';
import { generatedTour } from '../documents/generated-tour';
import { generatedItineraries } from './generated-itineraries';
import { routeOf } from './route-of';

const nothing: Register = { people: [], units: [], sites: [] };
let count = 0;

function read(
  workbook: Workbook,
  register: Register,
  tours: readonly KnownTour[],
  title = '行程',
): ItineraryReading {
  const choice = guessItinerary(workbook);
  return readItineraryTable({ workbook, choice, register, tours, title }, () => `new-${(count += 1)}`);
}

function onLaptop(file: TourFile): { register: Register; tours: readonly KnownTour[] } {
  const { tour, teams, groups, stops, people, units, sites } = file;
  return { register: { people, units, sites }, tours: [{ tour, teams, groups, stops }] };
}

/** The file as a spreadsheet program would have it: written to bytes and read from them. */
async function asFile(file: TourFile, format: 'xlsx' | 'csv'): Promise<Workbook> {
  const sheets = writeItinerary(file);
  const written = await writeTable(sheets, format);
  if (!written.ok) throw new Error(written.problem.code);
  const workbook = await parseTables({ file: `行程.${format}`, bytes: written.value });
  if (!workbook.ok) throw new Error(workbook.problem.code);
  return workbook.value;
}

function changesOf({ faults, differences }: ItineraryReading) {
  return { faults, changed: differences.filter(({ change }) => change !== 'same') };
}

describe('an itinerary that was exported', () => {
  it.each(['xlsx', 'csv'] as const)(
    'changes nothing where it came from: %s',
    { timeout: 60_000 },
    async (format) => {
      await fc.assert(
        fc.asyncProperty(generatedItineraries, async (file) => {
          const { register, tours: known } = onLaptop(file);
          expect(changesOf(read(await asFile(file, format), register, known))).toEqual({
            faults: [],
            changed: [],
          });
        }),
        { numRuns: 25 },
      );
      const large = onLaptop(generatedTour());
      const reading = read(await asFile(generatedTour(), format), large.register, large.tours);
      expect(changesOf(reading)).toEqual({ faults: [], changed: [] });
      expect(reading.known).toBe(true);
    },
  );

  it('takes 是否列全 in both directions, and brings back why a stop that is skipped came onto the route', async () => {
    const file = tourFileSchema.parse({
      format: 'xunji-tour',
      version: 1,
      tour: { id: 't', title: '秋季观摩', date: { from: '2026-11-20', to: '2026-11-21' } },
      teams: [{ id: 'team', tour: 't', order: 1, name: '第一组' }],
      sites: [{ id: 'site', name: '望湖食品', enterprise: '望湖食品' }],
      groups: [
        { id: 'open', tour: 't', team: 'team', order: 1, label: '在建项目', complete: false, tail: '等' },
        { id: 'whole', tour: 't', team: 'team', order: 2, label: '投产项目' },
      ],
      stops: [
        {
          id: 'stop',
          tour: 't',
          team: 'team',
          site: 'site',
          order: 1,
          status: 'skipped',
          reason: '修路',
          earlierReason: '市长临时提出',
        },
      ],
    });
    const { register, tours } = onLaptop(file);
    const workbook = await asFile(file, 'xlsx');
    expect(changesOf(read(workbook, register, tours)).changed).toEqual([]);
    expect(read(workbook, nothing, []).tour?.stops[0]?.earlierReason).toBe('市长临时提出');
    expect(read(workbook, nothing, []).tour?.tour.date).toMatchObject({
      from: '2026-11-20',
      to: '2026-11-21',
    });
    const turned = {
      sheets: workbook.sheets.map((sheet) =>
        sheet.name === '点位组'
          ? {
              ...sheet,
              rows: sheet.rows.map((row) =>
                row.map((cell) => ({ 是: '否', 否: '是' })[String(cell)] ?? cell),
              ),
            }
          : sheet,
      ),
    };
    const { edits } = read(turned, register, tours);
    expect(edits.map(({ id, values }) => [id, values])).toEqual([
      ['open', { complete: true, tail: '' }],
      ['whole', { complete: false }],
    ]);
  });

  it('takes a row of 人员 that was given another name for another person, whatever id stands in it', async () => {
    const file = tourFileSchema.parse({
      format: 'xunji-tour',
      version: 1,
      tour: { id: 't', title: '秋季观摩', participants: [{ person: 'p-1', name: '陈立' }] },
      people: [{ id: 'p-1', name: '陈立', posts: ['局长'] }],
      teams: [{ id: 'team', tour: 't', order: 1, name: '第一组', members: ['p-1'] }],
      sites: [{ id: 'site', name: '望湖食品', enterprise: '望湖食品' }],
      stops: [{ id: 'stop', tour: 't', team: 'team', site: 'site', order: 1 }],
    });
    const { register, tours } = onLaptop(file);
    const workbook = await asFile(file, 'xlsx');
    const overtyped = {
      sheets: workbook.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) =>
          row.map((cell) => ({ 陈立: '何砚秋', 局长: '主任' })[String(cell)] ?? cell),
        ),
      })),
    };
    const people = read(overtyped, register, tours).edits.filter(({ kind }) => kind === 'person');
    expect(people.map(({ values }) => values)).toMatchObject([{ name: '何砚秋', posts: ['主任'] }]);
    expect(people[0]?.id).not.toBe('p-1');
  });

  it('is the same tour on a laptop that has nothing, but for the ids', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(generatedItineraries, async (file) => {
        const { faults, tour } = read(await asFile(file, 'xlsx'), nothing, []);
        expect(faults).toEqual([]);
        if (tour === null) return;
        expect(routeOf(tour)).toEqual(routeOf(file));
        expect(tour.stops.map(({ id }) => id)).not.toContain('stop-0');
      }),
      { numRuns: 25 },
    );
  });
});

const header = ['组别', '带队领导', '序号', '区县', '企业名称', '计划时间'];
const list = (rows: readonly (readonly Cell[])[]): Workbook => ({
  sheets: [{ name: '周五行程', rows: [header, ...rows] }],
});
const rows: readonly (readonly Cell[])[] = [
  ['第一组', '甲明', 1, '临江区', '云澜鑫淼', '08:30'],
  ['第一组', '甲明', 2, '临江区', '望湖食品', '09:30'],
  ['第二组', '乙亮', 1, '东岭区', '东岭机械', '08:30'],
];

describe('a list of stops alone, as a CSV file is', () => {
  it('brings leaders along whom nobody knows, and knows those of the register', () => {
    const first = read(list(rows), nothing, []);
    expect(first.faults).toEqual([]);
    expect(first.tour?.people.map(({ name }) => name)).toEqual(['甲明', '乙亮']);
    const known = {
      ...nothing,
      people: tourFileSchema.shape.people.parse([{ id: 'p-1', name: '甲明', rank: 3 }]),
    };
    const second = read(list(rows), known, []);
    expect(
      second.differences.filter(({ kind, change }) => kind === 'person' && change === 'added'),
    ).toHaveLength(1);
    expect(second.tour?.teams[0]?.leader).toBe('p-1');
  });

  it('shows what moved, what is new and what it does not list, and takes nothing away', () => {
    const { tour } = read(list(rows), nothing, []);
    if (tour === null) throw new Error('not read');
    const { register, tours: known } = onLaptop(tour);
    expect(changesOf(read(list(rows), register, known)).changed).toEqual([]);
    const next = read(
      list([
        ['第一组', '甲明', 1, '临江区', '云澜鑫淼', '10:00'],
        ['第二组', '乙亮', 1, '东岭区', '东岭机械', '08:30'],
        ['第二组', '乙亮', 2, '临江区', '望湖食品', '09:30'],
        ['第二组', '乙亮', 3, '东岭区', '清河电气', ''],
      ]),
      register,
      known,
    );
    expect(next.known).toBe(true);
    const stops = next.differences.filter(({ kind }) => kind === 'stop');
    expect(
      stops.map(({ name, change, fields }) => [
        name,
        change,
        fields.map(({ field, to }) => `${field} ${to}`),
      ]),
    ).toEqual([
      ['云澜鑫淼', 'changed', ['plannedAt 10:00']],
      ['东岭机械', 'same', []],
      ['望湖食品', 'changed', ['team 第二组']],
      ['清河电气', 'added', []],
    ]);
    const shorter = read(list(rows.slice(0, 2)), register, known);
    expect(changesOf(shorter).changed).toMatchObject([{ kind: 'stop', name: '东岭机械', change: 'missing' }]);
    expect(shorter.edits).toEqual([]);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['GB18030', () => Buffer.from(gb18030, 'base64')],
  ])('is read in %s with times and dates as text', async (_, encode) => {
    const workbook = await parseTables({ file: '行程.csv', bytes: encode(csvText) });
    if (!workbook.ok) throw new Error(workbook.problem.code);
    const { faults, tour } = read(workbook.value, nothing, [], '10月8日行程');
    expect(faults).toEqual([]);
    expect(tour?.tour.title).toBe('10月8日行程');
    expect(tour?.stops.map(({ order, plannedAt }) => [order, plannedAt])).toEqual([
      [1, '08:30'],
      [2, '14:30'],
    ]);
    expect(tour?.groups).toMatchObject([{ label: '新材料项目', complete: false, tail: '等' }]);
    expect(tour?.stops.map(({ districtCertain }) => districtCertain)).toEqual([true, false]);
  });

  it('names a bad cell by row and column', () => {
    const { faults } = read(list([['第一组', '甲明', '一', '临江区', '云澜鑫淼', '晌午']]), nothing, []);
    expect(faults.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
      ['周五行程', 2, 'C'],
      ['周五行程', 2, 'F'],
    ]);
  });
});

it('the words of the screens for a visit are read, and those of older tables; others are a fault', () => {
  const words = ['跳过', '已跳过', '未去', '改去此处', '调换', '临时增加', '已到', ''];
  const stops = words.map((word, at) => ['第一组', String(at + 1), `云澜${at}厂`, word, '临江区']);
  const sheet = (all: readonly string[][]): Workbook => ({
    sheets: [{ name: '行程', rows: [['组别', '序号', '企业名称', '到访情况', '区县'], ...all] }],
  });
  const reading = read(sheet(stops), nothing, []);
  expect(reading.faults).toEqual([]);
  expect(reading.tour?.stops.map(({ status }) => status)).toEqual([
    'skipped',
    'skipped',
    'skipped',
    'swapped',
    'swapped',
    'added',
    'visited',
    'planned',
  ]);
  const { faults } = read(sheet([['第一组', '1', '云澜厂', 'constructor', '临江区']]), nothing, []);
  expect(faults.map(({ zh }) => zh)).toEqual([expect.stringContaining('“constructor”不认识')]);
});

const csvText =
  '组别,序号,企业名称,计划时间,点位组,待核实\r\n第一组,1,云澜鑫淼,8:30,新材料项目等,\r\n第一组,2,望湖食品,下午2点半,新材料项目等,区县\r\n';
const gb18030 =
  '1+mx8CzQ8rrFLMbz0rXD+7PGLLzGu67KsbzkLLXjzrvX6Sy0/brLyrUNCrXa0rvX6SwxLNTGwL32zu21LDg6MzAs0MKyxMHPz+7Ev7XILA0KtdrSu9fpLDIszfu6/sqzxrcsz8LO5zK147DrLNDCssTBz8/uxL+1yCzH+M/YDQo=';

it('the template is an itinerary without a fault, and fills one stop', async () => {
  const template = writeItineraryTemplate();
  const { faults, tour } = read({ sheets: template }, nothing, []);
  expect(faults).toEqual([]);
  expect(tour?.stops).toHaveLength(1);
  expect(tour?.tour).toMatchObject({ title: '2026年第四季度重点项目督导', date: { from: '2026-11-20' } });
  const { faults: ofCsv } = read({ sheets: template.slice(0, 1) }, nothing, []);
  expect(ofCsv).toEqual([]);
});

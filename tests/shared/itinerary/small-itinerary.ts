import type { Itinerary } from '../../../shared/itinerary/parse-itinerary';
import { parseItinerary } from '../../../shared/itinerary/parse-itinerary';
import type { Cell, Workbook } from '../../../shared/tables/workbook';
import type { TourFile } from '../../../shared/tour-file/tour-file';

export type Grid = readonly (readonly Cell[])[];

export const stopHeader = [
  '组别',
  '带队领导',
  '序号',
  '区县',
  '企业名称',
  '项目名称',
  '阶段',
  '计划时间',
  '地址',
  '备注',
] as const;

export const stopRow: readonly Cell[] = [
  '第一组',
  '甲明',
  1,
  '临江区',
  '临江华晟新材料有限公司',
  '年产5万吨铜箔项目',
  '在建',
  '08:30',
  '滨江路1号',
  null,
];

export const peopleGrid: Grid = [
  ['姓名', '单位', '职务', '组别', '角色', '排序', '电话'],
  ['甲明', '市政府', '市委副书记、市长', '第一组', '带队领导', 1, null],
  ['乙亮', '市发改委', '主任', '第一组', '成员', 2, null],
];

/** A row of 点位 like the usual one but for the named columns. */
export function stopLike(changes: Readonly<Partial<Record<(typeof stopHeader)[number], Cell>>>): Cell[] {
  return stopHeader.map((name, index) =>
    name in changes ? (changes[name] ?? null) : (stopRow[index] ?? null),
  );
}

export function workbook(stops: Grid, people: Grid | null = peopleGrid, activity?: Grid): Workbook {
  return {
    sheets: [
      { name: '点位', rows: stops },
      ...(people ? [{ name: '人员', rows: people }] : []),
      ...(activity ? [{ name: '活动', rows: activity }] : []),
    ],
  };
}

export function parse(book: Workbook): Itinerary {
  let count = 0;
  return parseItinerary(book, { title: '文件名', newId: () => `id-${(count += 1)}` });
}

/** The tour, or an error that shows the faults. */
export function tourOf(book: Workbook): TourFile {
  const read = parse(book);
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  return read.tour;
}

/** Sheet, row, column and Chinese sentence of every fault. */
export function faultsOf(book: Workbook): readonly (readonly [string, number, string, string])[] {
  const read = parse(book);
  return read.kind === 'read'
    ? []
    : read.faults.map(({ sheet, row, column, zh }) => [sheet, row, column, zh]);
}

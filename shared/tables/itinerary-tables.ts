import { cellKey } from '../itinerary/cell-text';
import {
  activitySheetNames,
  peopleSheetNames,
  personColumns,
  stopColumns,
  stopSheetNames,
} from '../itinerary/itinerary-columns';
import { type Mapping, guessMapping } from './mapping';
import type { TableColumn } from './table-columns';
import type { Sheet, Workbook } from './workbook';

export type ItineraryRole = 'stops' | 'people';

/** Which sheets of a workbook are what; -1 where there is none. */
export interface ItineraryChoice {
  readonly stops: { readonly sheet: number; readonly mapping: Mapping };
  readonly people: { readonly sheet: number; readonly mapping: Mapping };
  readonly activity: number;
}

const stopWords: Readonly<Record<string, readonly [english: string, explain: string, example: string]>> = {
  team: ['Team', '必填，如“第一组”。', '第一组'],
  leader: ['Leader', '带队领导的姓名，须在“人员”表中。', '白露'],
  order: ['Order', '必填，这个组的第几站，从 1 起，同一组内不重复。', '1'],
  district: ['District', '所在的区县或功能区。', '临江区'],
  enterprise: ['Enterprise', '必填，企业、建设单位或场所的名称。', '云澜示例材料有限公司'],
  project: ['Project', '项目的名称；没有项目时留空。', '年产5万吨新材料项目'],
  stage: [
    'Stage',
    '签约、开工、在建、扩建、竣工、投产、列统、达效之一，或留空；别的说法另加一列“阶段原文”来写。',
    '在建',
  ],
  time: ['Time', '计划到达时间，如 08:30 或 下午2:30。', '08:30'],
  address: ['Address', '详细地址。', '临江区示例路1号'],
  note: ['Note', '备注。', ''],
  group: ['Group', '同一阶段或主题的点位写同一个名称；名单没有列全的，名称以“等”结尾。', '新材料项目等'],
  unsure: ['To verify', '不能确定属于哪一组或哪个区县的，写“组别”或“区县”。', ''],
  spot: ['Spot', '对象里面的具体位置。', ''],
  status: ['Visit', '未到、已到、跳过、临时增加、改去此处之一。', ''],
  arrived: ['Arrived at', '实际到达时间。', ''],
  left: ['Left at', '离开时间。', ''],
  reason: ['Reason', '跳过或调整的原因。', ''],
  reporter: ['Reported by', '谁作汇报。', ''],
  plannedOrder: ['Planned order', '调整之前的序号。', ''],
  plannedTeam: ['Planned team', '调整之前的组别。', ''],
  stageWords: ['Stage as written', '不在八个阶段之内的说法。', ''],
  kind: ['Site kind', '企业、项目、地块、园区、场所之一。', ''],
  siteName: ['Site name', '登记册中的名称。', ''],
  site: ['Site ID', '导出时自动写入，不要改动。', ''],
  insteadOf: ['Instead of', '导出时自动写入，不要改动。', ''],
  groupId: ['Group ID', '导出时自动写入，不要改动。', ''],
  leaderId: ['Leader ID', '导出时自动写入，不要改动。', ''],
  id: ['Xunji ID', '导出时自动写入，新增的行留空，不要改动。', ''],
};

const personWords: typeof stopWords = {
  name: ['Name', '必填。', '白露'],
  unit: ['Unit', '工作单位的全称。', '云澜市示例局'],
  posts: ['Posts', '可有多个，用顿号隔开。', '党组书记、局长'],
  team: ['Team', '所在的组，须与“点位”表一致。', '第一组'],
  role: ['Role', '如带队领导、成员、文秘。', '带队领导'],
  rank: ['Rank', '整数，小的排在前面；留空时按行的先后。', '1'],
  phone: ['Phone', '手机或座机。', '0531-0000001'],
  takes: ['Takes part', '在名册中而不参加本次活动的写“否”。', ''],
  listed: ['In the roster', '只在本次活动出现、不进名册的写“否”。', ''],
  id: ['Xunji ID', '导出时自动写入，新增的行留空，不要改动。', ''],
};

/** The columns of the two lists of an itinerary. */
export const itineraryColumns: Readonly<Record<ItineraryRole, readonly TableColumn[]>> = {
  stops: stopColumns.map((spec) => withWords(spec, stopWords)),
  people: personColumns.map((spec) => withWords(spec, personWords)),
};

/** Finds the sheets by their names, the stops else by their columns. */
export function guessItinerary(workbook: Workbook): ItineraryChoice {
  const { sheets } = workbook;
  const named = (names: readonly string[]) =>
    names.reduce(
      (found, name) =>
        found >= 0 ? found : sheets.findIndex((sheet) => cellKey(sheet.name) === name && !sheet.hidden),
      -1,
    );
  const stops = Math.max(0, named(stopSheetNames), bestSheet(sheets, named(stopSheetNames)));
  return {
    stops: withMapping(sheets, stops, 'stops'),
    people: withMapping(sheets, named(peopleSheetNames), 'people'),
    activity: named(activitySheetNames),
  };
}

/** A sheet in its role with the columns as their names tell. */
export function withMapping(
  sheets: readonly Sheet[],
  sheet: number,
  role: ItineraryRole,
): ItineraryChoice[ItineraryRole] {
  const found = sheets[sheet];
  const mapping = found ? guessMapping(found, itineraryColumns[role], '') : { header: 0, fields: [] };
  return { sheet, mapping };
}

/** A file of a single list has no name to tell by, such as a CSV file. */
function bestSheet(sheets: readonly Sheet[], named: number): number {
  if (named >= 0) return named;
  const scores = sheets.map(
    (sheet) => guessMapping(sheet, itineraryColumns.stops, '').fields.filter((field) => field !== '').length,
  );
  return scores.indexOf(Math.max(...scores));
}

function withWords(
  spec: { readonly field: string; readonly names: readonly [string, ...string[]]; readonly required?: true },
  words: typeof stopWords,
): TableColumn {
  const [english, explain, example] = words[spec.field] ?? [spec.field, '', ''];
  return { ...spec, english: [english], explain, example };
}

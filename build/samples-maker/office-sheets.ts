import { sampleActivity } from './sample-activity';
import type { SamplePerson } from './sample-people';
import type { SampleStop } from './sample-stop';

export type SheetValue = string | number;

export interface OfficeColumn {
  readonly header: string;
  /** In characters, as a spreadsheet counts them. */
  readonly width: number;
  readonly centred?: true;
}

/** A plain table with one header row, before it is dressed as a workbook. */
export interface OfficeSheet {
  readonly name: string;
  readonly columns: readonly OfficeColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
}

/** The three sheets of an itinerary as an office sends them: 点位, 人员, 活动. */
export function officeSheets(
  stops: readonly SampleStop[],
  people: readonly SamplePerson[],
): readonly OfficeSheet[] {
  return [stopSheet(stops), peopleSheet(people), activitySheet];
}

function stopSheet(stops: readonly SampleStop[]): OfficeSheet {
  return {
    name: '点位',
    columns: [
      { header: '组别', width: 9, centred: true },
      { header: '带队领导', width: 11, centred: true },
      { header: '序号', width: 7, centred: true },
      { header: '区县', width: 14, centred: true },
      { header: '企业名称', width: 34 },
      { header: '项目名称', width: 42 },
      { header: '阶段', width: 8, centred: true },
      { header: '计划时间', width: 11, centred: true },
      { header: '地址', width: 34 },
      { header: '备注', width: 28 },
    ],
    rows: stops.map((stop) => [
      stop.team,
      stop.leader,
      stop.order,
      stop.district,
      stop.enterprise,
      stop.project,
      stop.stage,
      stop.plannedTime,
      stop.address,
      stop.remark,
    ]),
  };
}

function peopleSheet(people: readonly SamplePerson[]): OfficeSheet {
  return {
    name: '人员',
    columns: [
      { header: '姓名', width: 12, centred: true },
      { header: '单位', width: 28 },
      { header: '职务', width: 38 },
      { header: '组别', width: 9, centred: true },
      { header: '角色', width: 12, centred: true },
      { header: '排序', width: 7, centred: true },
      { header: '电话', width: 16, centred: true },
    ],
    rows: people.map((person) => [
      person.name,
      person.unit,
      person.posts.join('、'),
      person.team,
      person.role,
      person.rank,
      person.phone,
    ]),
  };
}

const activitySheet: OfficeSheet = {
  name: '活动',
  columns: [
    { header: '项目', width: 14, centred: true },
    { header: '内容', width: 72 },
  ],
  rows: sampleActivity,
};

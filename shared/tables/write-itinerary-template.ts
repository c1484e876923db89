import { activitySheetNames, peopleSheetNames, stopSheetNames } from '../itinerary/itinerary-columns';
import { itineraryColumns } from './itinerary-tables';
import type { Cell } from './workbook';
import type { RowTable } from './write-register-table';

/** What an office fills in; the other columns are written by an export. */
const offered = {
  stops: [
    'team',
    'leader',
    'order',
    'district',
    'enterprise',
    'project',
    'stage',
    'time',
    'address',
    'group',
    'unsure',
    'note',
  ],
  people: ['name', 'unit', 'posts', 'team', 'role', 'rank', 'phone'],
} as const;

const activity: readonly (readonly [label: string, example: string])[] = [
  ['活动名称', '2026年第四季度重点项目督导'],
  ['形式', '督导'],
  ['届次', '2026年第四次'],
  ['日期', '2026年11月20日'],
  ['地点', '云澜市'],
  ['组织单位', '云澜市人民政府办公室'],
  ['目的', '推进重点项目建设'],
  ['点位总数', '1'],
];

/** An itinerary to fill in: its three sheets with one example each, and a sheet that explains them. */
export function writeItineraryTemplate(): readonly RowTable[] {
  const stops = columnsOf('stops');
  const people = columnsOf('people');
  const explained = (sheet: string, columns: typeof stops): Cell[][] =>
    columns.map(({ names, explain, example }) => [sheet, names[0], explain, example]);
  return [
    { name: stopSheetNames[0], rows: withExample(stops) },
    { name: peopleSheetNames[0], rows: withExample(people) },
    { name: activitySheetNames[0], rows: [['项目', '内容'], ...activity.map(([...row]) => row)] },
    {
      name: '填写说明',
      rows: [
        ['工作表', '列', '说明', '示例'],
        ...explained(stopSheetNames[0], stops),
        ...explained(peopleSheetNames[0], people),
        [
          activitySheetNames[0],
          '',
          '每行一项，左边是名称，右边是内容；不知道的留空。日期没有写年份的，可另加“推断依据”“日期起”“日期止”三行。',
          '',
        ],
        ['', '（提示）', '第一行是表头，第二行是示例，请删去示例再填写。CSV 文件只有“点位”一张表。', ''],
      ],
    },
  ];
}

function columnsOf(role: keyof typeof offered): (typeof itineraryColumns)[typeof role] {
  return offered[role].flatMap(
    (field) => itineraryColumns[role].find((column) => column.field === field) ?? [],
  );
}

function withExample(columns: (typeof itineraryColumns)['stops']): Cell[][] {
  return [columns.map(({ names }) => names[0]), columns.map(({ example }) => example)];
}

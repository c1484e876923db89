import { expect, it } from 'vitest';
import { parseTour } from '../../../electron/tables/parse-tour';
import type { RecordState } from '../../../shared/changes/record-state';
import { makeChange } from '../../../shared/changes/make-change';
import { merge } from '../../../shared/changes/merge';
import { parseIndicator } from '../../../shared/indicators/parse-indicator';
import { collectTourFile } from '../../../shared/tour-file/collect-tour-file';
import { type TourFile, tourFileSchema } from '../../../shared/tour-file/tour-file';
import { tourRecordOfRow } from '../../../shared/tour-file/tour-records';

const tour = 'visit';
const author = {
  name: '周敏',
  device: 'd1',
  clock: () => 0,
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

/** What five real visits force on the model, in one invented one. */
const visit = tourFileSchema.parse({
  format: 'xunji-tour',
  version: 1,
  tour: {
    id: tour,
    title: '云澜市重点产业链调研',
    forms: ['调研', '座谈会'],
    series: '2024年第二次',
    date: { asWritten: '10月8日', from: '2024-10-08', to: '2024-10-08', basis: '报道刊发于2024年10月9日' },
    statedTotal: 58,
    participants: [
      { person: 'p1', name: '顾承昇', posts: ['市委书记', '市人大常委会主任'], role: '带队' },
      { name: '市直有关单位主要负责人', role: '参加' },
    ],
    toVerify: ['座谈会上企业家发言的内容没有报道。'],
  },
  people: [
    { id: 'p1', name: '顾承昇', posts: ['市委书记', '市人大常委会主任', '党工委书记（兼）'], rank: 1 },
  ],
  sites: [
    { id: 's1', kind: 'enterprise', name: '云澜新材料有限公司', enterprise: '云澜新材料有限公司' },
    { id: 's2', kind: 'project', name: '8 GW电池组件项目', project: '8 GW电池组件项目' },
    { id: 's3', kind: 'place', name: '城南老街' },
  ],
  teams: [
    { id: 'a', tour, order: 1, name: '第一组', leader: 'p1', districts: ['临江区', '望湖区'] },
    { id: 'b', tour, order: 2, name: '第二组', certain: false },
  ],
  groups: [
    {
      id: 'g1',
      tour,
      team: 'a',
      order: 1,
      label: '在建项目',
      stage: '在建',
      complete: false,
      tail: '等项目',
    },
    { id: 'g2', tour, order: 2, topic: '城市更新', observed: '察看街区改造' },
  ],
  stops: [
    { id: 'x1', tour, team: 'a', group: 'g1', order: 1, site: 's1', stage: '在建' },
    { id: 'x2', tour, team: 'b', group: 'g1', order: 1, site: 's2', teamCertain: false },
    { id: 'x3', tour, group: 'g2', order: 3, site: 's3', districtCertain: false, teamCertain: false },
  ],
  meetings: [{ id: 'm1', tour, name: '座谈会', reports: ['3家企业负责人发言（内容未报道）'] }],
  remarks: [
    ...['抓招商', '抓项目', '抓服务'].map((heading, index) => ({
      id: `r${index}`,
      tour,
      occasion: 'meeting',
      meeting: 'm1',
      speaker: 'p1',
      verb: '强调',
      addressee: '各有关单位',
      heading,
      text: `要${heading}，着力补齐短板。`,
      verbatim: false,
      statement: 'st1',
      number: index + 1,
      order: index,
    })),
    {
      id: 'r9',
      tour,
      occasion: 'tour',
      occasionCertain: false,
      verb: '鼓励',
      addressee: '企业',
      text: '做大做强。',
    },
  ],
  indicators: [
    ...['272.80 亿元', '50%—70%', '18.5 万元', '12 家', '36 个', '8 GW', '30 万吨'].map((written, index) => {
      const [value = '', unit = ''] = written.split(' ');
      return {
        id: `i${index}`,
        tour,
        order: index,
        subject: '云澜市',
        name: `第${index}项`,
        value,
        unit,
        text: written,
      };
    }),
    {
      id: 'i8',
      tour,
      order: 8,
      name: '固定资产投资',
      value: '300',
      unit: '亿元',
      target: true,
      period: '2024年',
    },
    { id: 'i9', tour, order: 9, name: '固定资产投资', value: '272.80', unit: '亿元', yearOnYear: '-3.1%' },
  ],
});

/** In as the app takes it in, as changes of one author, and out again. */
function throughTheStore(file: TourFile): TourFile {
  const read = parseTour({ file: 'tour.json', bytes: Buffer.from(JSON.stringify(file)) });
  if (!read.ok) throw new Error(read.problem.code);
  const states = (read.value.sheets[0]?.rows ?? []).flatMap((row): readonly RecordState[] => {
    const record = tourRecordOfRow(row);
    if (record === null) return [];
    const { kind, id, values } = record;
    return [merge(undefined, makeChange(author, { kind, record: id, tour }, undefined, values))];
  });
  const collected = collectTourFile(states, tour);
  if (!collected.ok) throw new Error(JSON.stringify(collected.problem));
  return collected.value;
}

it('all that five real visits force on the model comes back as it was', () => {
  const back = throughTheStore(visit);
  expect(back).toEqual(visit);
  expect(throughTheStore(back)).toEqual(visit);
});

it.each([
  ['2024年固定资产投资272.80亿元，同比增长17.23%', '272.80', '亿元'],
  ['产能利用率50%—70%', '50%—70%', ''],
  ['光伏装机8 GW', '8', 'GW'],
  ['年产石英砂30万吨', '30', '万吨'],
  ['新增规上企业12家', '12', '家'],
])('the quick line takes “%s” as it is written', (line, value, unit) => {
  expect(parseIndicator(line)).toMatchObject(unit === '' ? { value } : { value, unit });
});

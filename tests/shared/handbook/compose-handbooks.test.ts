import { expect, it } from 'vitest';
import { renderHandbook } from '../../../electron/documents/render-handbook';
import { composeHandbooks } from '../../../shared/handbook/compose-handbooks';
import { dossierLines } from '../../../shared/handbook/dossier-lines';
import { issueSchema } from '../../../shared/records/issue';
import { tourSchema } from '../../../shared/records/tour';
import { tourFileSchema } from '../../../shared/tour-file/tour-file';

const file = tourFileSchema.parse({
  format: 'xunji-tour',
  version: 1,
  tour: { id: 't', title: '云澜市<重点>项目督导', date: { asWritten: '2026-11-20', from: '2026-11-20' } },
  people: [
    { id: 'm1', name: '沈砚舟', posts: ['主任'], phone: '000-1' },
    { id: 'm2', name: '顾承昇', posts: ['市委副书记', '市长'] },
  ],
  sites: [
    { id: 's', name: '望湖算力中心', district: '望湖区', ledger: [{ name: '总投资', value: '272.80亿元' }] },
  ],
  teams: [
    { id: 'a', tour: 't', order: 1, name: '第一组', leader: 'm2', members: ['m1', 'm2'], certain: false },
    { id: 'b', tour: 't', order: 2, name: '第一组' },
    { id: 'c', tour: 't', order: 3, name: '第三组' },
  ],
  stops: [
    { id: 'p2', tour: 't', team: 'a', order: 2, site: 's', districtCertain: false },
    { id: 'p1', tour: 't', team: 'a', order: 1, spot: '云溪老街', plannedAt: '09:30' },
    { id: 'p3', tour: 't', team: 'b', order: 1, site: 's' },
    { id: 'p4', tour: 't', team: '', teamCertain: false, order: 1, site: 's' },
  ],
});

const issues = [
  issueSchema.parse({ id: 'i1', tour: 'o', text: '临边无护栏', due: '月底前' }),
  issueSchema.parse({ id: 'i2', tour: 'o', text: '配电箱未上锁', recheck: 'fixed' }),
];
const earlier = {
  visits: [
    {
      tour: tourSchema.parse({ id: 'o', title: '三季度督导' }),
      notes: 2,
      remarks: 0,
      issues: 2,
      photos: ['x'],
    },
  ],
  issues,
  tasks: [],
  requests: [],
  ofOthers: [
    { kind: 'issue' as const, text: '围挡缺口', more: ['项目部'] },
    { kind: 'task' as const, text: '补报材料', more: [] },
  ].map((item) => ({
    id: item.kind,
    site: 's',
    tour: 'x',
    title: '二季度督导',
    date: '2026年10月',
    severity: '' as const,
    ...item,
  })),
};

it('gives every team with a route a handbook of its own name, the leader first, stops in order; stops of no team have one', () => {
  const books = composeHandbooks(file, [], '2026年11月19日');
  expect(books.map(({ team }) => team)).toEqual(['第一组1', '第一组2', '未分组']);
  expect(books[2]?.stops.map(({ name, uncertain }) => [name, uncertain])).toEqual([
    ['望湖算力中心', '组别待核实'],
  ]);
  expect(books[0]?.people.map(({ name, role, phone }) => [name, role, phone])).toEqual([
    ['顾承昇', '带队', ''],
    ['沈砚舟', '', '000-1'],
  ]);
  expect(books[0]?.stops.map(({ order, name, time, uncertain }) => [order, name, time, uncertain])).toEqual([
    [1, '云溪老街', '09:30', ''],
    [2, '望湖算力中心', '', '所在地待核实'],
  ]);
  expect(books[0]?.facts.at(-1)).toEqual(['本组点位', '2个（分组待核实）']);
});

it('tells of earlier visits and of what is still open, not of what was put right', () => {
  const dossier = dossierLines('p2', earlier);
  expect(dossier).toEqual({
    stop: 'p2',
    visits: ['三季度督导　记录2条、问题2个、照片1张'],
    issues: ['临边无护栏（月底前）', '围挡缺口（项目部，2026年10月 二季度督导）'],
    matters: ['任务：补报材料（2026年10月 二季度督导）'],
  });
  const html = composeHandbooks(file, [dossier], '2026年11月19日').map(renderHandbook)[0] ?? '';
  expect(html).toContain('临边无护栏（月底前）');
  expect(html).toContain('272.80亿元');
  expect(html).toContain('云澜市&lt;重点&gt;项目督导');
  expect(html).not.toContain('<重点>');
});

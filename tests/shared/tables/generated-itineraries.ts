import fc from 'fast-check';
import { stages, stopStatuses } from '../../../shared/records/stop';
import { tourFileSchema } from '../../../shared/tour-file/tour-file';

const words = fc.constantFrom(
  '云澜新材料',
  '望湖食品',
  '临江 8 GW 基地',
  '=1+1',
  '003',
  '“城南”片区、二期',
  '<b>甲</b>',
);
const time = fc.constantFrom('', '08:30', '9:05', '九点左右');
/** Small tours with all that the columns of an itinerary can say. */
export const generatedItineraries = fc
  .record({
    teams: fc.integer({ min: 1, max: 3 }),
    groups: fc.array(
      fc.record({
        label: fc.constantFrom('', '在建项目'),
        topic: words,
        complete: fc.boolean(),
        tail: fc.constantFrom('等', '等项目'),
      }),
      { maxLength: 3 },
    ),
    date: fc.constantFrom(
      { asWritten: '10月8日', from: null, to: null, basis: '' },
      { asWritten: '10月8日', from: '2024-10-08', to: '2024-10-08', basis: '报道刊发于2024年10月' },
      { asWritten: '2026年11月20日至21日', from: '2026-11-20', to: '2026-11-21', basis: '' },
    ),
    posts: fc.array(fc.constantFrom('市委书记', '市人大常委会主任', '党组书记、局长'), { maxLength: 3 }),
    stops: fc.array(
      fc.record({
        team: fc.integer({ min: -1, max: 2 }),
        group: fc.integer({ min: -1, max: 2 }),
        order: fc.integer({ min: 0, max: 9 }),
        kind: fc.constantFrom('enterprise', 'project', 'plot', 'park', 'place'),
        name: words,
        enterprise: fc.constantFrom('', '云澜鑫淼有限公司'),
        project: fc.constantFrom('', '年产3万吨项目'),
        address: fc.constantFrom('', '滨江路1号'),
        spot: fc.constantFrom('', '滨江路1号', '二号车间'),
        stage: fc.constantFrom('', ...stages, '试生产'),
        plannedAt: time,
        visitedAt: time,
        leftAt: time,
        status: fc.constantFrom(...stopStatuses),
        plannedOrder: fc.option(fc.integer({ min: 1, max: 9 })),
        plannedTeam: fc.integer({ min: -1, max: 2 }),
        teamCertain: fc.boolean(),
        districtCertain: fc.boolean(),
        reason: fc.constantFrom('', '道路封闭\n改走高速'),
        reporter: words,
        remarks: words,
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ teams, groups, date, posts, stops }) => {
    const team = (index: number) => (index >= 0 && index < teams ? `team-${index}` : '');
    return tourFileSchema.parse({
      format: 'xunji-tour',
      version: 1,
      tour: {
        id: 'tour-1',
        title: '重点项目督导',
        forms: ['督导', '观摩'],
        series: '2024年第二次',
        date,
        statedTotal: 58,
        topics: ['一、有效投资', '二、招商、引资'],
        participants: [
          { person: 'person-0', name: '甲明', posts, role: '带队' },
          { name: '市直有关单位负责人' },
          { name: '', posts: ['市发改委主任'], role: '参加' },
        ],
      },
      units: [{ id: 'unit-1', name: '云澜市示例局' }],
      people: [0, 1, 2].map((index) => ({
        id: `person-${index}`,
        name: index === 2 ? '甲明' : ['甲明', '乙亮'][index],
        unit: index === 1 ? 'unit-1' : '',
        rank: index + 5,
        posts,
      })),
      teams: Array.from({ length: teams }, (_, index) => ({
        id: `team-${index}`,
        tour: 'tour-1',
        name: `第${index + 1}组`,
        order: (index + 1) * 10,
        leader: index === 1 ? '' : `person-${index}`,
        members: ['person-1', 'person-2'].filter((id) => id !== `person-${index}`),
        districts: ['临江区'],
        certain: index !== 1,
      })),
      groups: groups.map((group, index) => ({
        id: `group-${index}`,
        tour: 'tour-1',
        order: index,
        team: team(index),
        ...group,
        tail: group.complete ? '' : group.tail,
      })),
      sites: stops.map(({ kind, name, enterprise, project, address }, index) => ({
        id: `site-${index}`,
        kind,
        name: `${name}${index}`,
        enterprise,
        project: project && `${project}${index}`,
        address,
        district: '临江区',
      })),
      stops: stops.map((stop, index) => ({
        ...stop,
        id: `stop-${index}`,
        tour: 'tour-1',
        site: `site-${index}`,
        team: team(stop.team),
        group: stop.group >= 0 && stop.group < groups.length ? `group-${stop.group}` : '',
        plannedTeam: team(stop.plannedTeam),
        insteadOf: stop.status === 'swapped' && index > 0 ? 'stop-0' : '',
      })),
    });
  });

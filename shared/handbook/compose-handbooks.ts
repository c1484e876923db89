import { personOf, siteWhere, stopName } from '../documents/minutes/names';
import { indexTour, type TourIndex } from '../documents/tour-index';
import { writtenDate } from '../documents/written-date';
import type { RecordOf } from '../records/record-schemas';
import { routeTeams, withKnownTeam } from '../tours/route-teams';
import type { TourFile } from '../tour-file/tour-file';
import type { Dossier } from './dossier';

export interface HandbookPerson {
  readonly name: string;
  readonly posts: string;
  readonly role: string;
  readonly phone: string;
}

export interface HandbookStop {
  readonly order: number;
  readonly time: string;
  readonly name: string;
  readonly stage: string;
  readonly district: string;
  readonly where: string;
  readonly uncertain: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly sentences: readonly string[];
  readonly dossier: Omit<Dossier, 'stop'>;
}

/** What one team carries on paper. */
export interface Handbook {
  readonly title: string;
  readonly team: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly people: readonly HandbookPerson[];
  readonly stops: readonly HandbookStop[];
  readonly madeFrom: string;
}

const nothing = { visits: [], issues: [], matters: [] };

/** A handbook for each team that has a route, and one for the stops of no team. */
export function composeHandbooks(
  file: TourFile,
  dossiers: readonly Dossier[],
  at: string,
): readonly Handbook[] {
  const index = indexTour(file);
  const all = withKnownTeam(index.stops, index.teams);
  const teams = routeTeams({ ...index, stops: all }, '未分组');
  return teams.flatMap((team) => {
    const stops = all.filter((stop) => stop.team === team.id);
    if (stops.length === 0) return [];
    return [
      {
        title: index.tour.title || '现场活动',
        team: distinctName(teams, team),
        facts: factsOf(index, team, stops.length),
        people: peopleOf(index, team),
        stops: stops.map((stop) => stopOf(index, stop, dossiers)),
        madeFrom: `据${at}的行程生成`,
      },
    ];
  });
}

/** The name is part of the file's name: two teams of one name must not be one file. */
function distinctName(teams: readonly RecordOf<'team'>[], { name, order }: RecordOf<'team'>): string {
  if (name === '') return `第${order}组`;
  return teams.filter((other) => other.name === name).length > 1 ? `${name}${order}` : name;
}

type Facts = readonly (readonly [name: string, value: string])[];

function factsOf({ tour }: TourIndex, team: RecordOf<'team'>, stops: number): Facts {
  return filled([
    ['时间', writtenDate(tour.date)],
    ['地点', tour.place],
    ['组织单位', tour.organiser],
    ['形式', [tour.series, tour.forms.join('、')].filter((part) => part !== '').join(' ')],
    ['目的', tour.purpose],
    ['本组区县', team.districts.join('、')],
    ['本组点位', `${stops}个${team.certain ? '' : '（分组待核实）'}`],
  ]);
}

/** The leader first, then the others in the order in which they were put. */
function peopleOf(index: TourIndex, team: RecordOf<'team'>): readonly HandbookPerson[] {
  return [...new Set([team.leader, ...team.members])].flatMap((id) => {
    const person = index.by.people.get(id);
    if (person === undefined) return [];
    const { name, posts } = personOf(index, id);
    return [{ name, posts: posts.join('、'), role: id === team.leader ? '带队' : '', phone: person.phone }];
  });
}

function stopOf(index: TourIndex, stop: RecordOf<'stop'>, dossiers: readonly Dossier[]): HandbookStop {
  const site = index.by.sites.get(stop.site);
  return {
    order: stop.order,
    time: stop.plannedAt,
    name: stopName(index, stop),
    stage: stop.stage,
    district: site?.district ?? '',
    where: siteWhere(site),
    uncertain: [stop.teamCertain ? '' : '组别待核实', stop.districtCertain ? '' : '所在地待核实']
      .filter((part) => part !== '')
      .join('、'),
    facts: filled([
      ['企业', site?.enterprise ?? ''],
      ['项目', site?.project ?? ''],
      ['地址', siteWhere(site)],
      ['观看位置', stop.spot],
      ['汇报人', stop.reporter],
      ...(site?.ledger ?? []).map(({ name, value }) => [name, value] as const),
      ['备注', stop.remarks],
    ]),
    sentences: site?.facts ?? [],
    dossier: dossiers.find((one) => one.stop === stop.id) ?? nothing,
  };
}

function filled(facts: Facts): Facts {
  return facts.filter(([, value]) => value.trim() !== '');
}

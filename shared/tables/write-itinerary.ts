import { cellKey } from '../itinerary/cell-text';
import {
  activitySheetNames,
  groupColumns,
  groupSheetNames,
  personColumns,
  peopleSheetNames,
  stopColumns,
  stopSheetNames,
  teamColumns,
  teamSheetNames,
} from '../itinerary/itinerary-columns';
import { siteName } from '../itinerary/site-name';
import { stopStatusWords } from '../itinerary/stop-status-words';
import { openTail } from '../records/group';
import { dateWords } from '../records/date-words';
import { stages } from '../records/stop';
import type { TourFile } from '../tour-file/tour-file';
import { kindField, linesField } from './table-fields';
import { createUnitFinder } from './unit-finder';
import type { Cell } from './workbook';
import type { RowTable } from './write-register-table';

/**
 * A tour as an itinerary that comes back the same: what is planned, how it went, and the ids by which an import knows each row
 * again. The stops stand first, since a CSV file has room for them alone.
 */
export function writeItinerary(file: TourFile): readonly RowTable[] {
  return [
    { name: stopSheetNames[0], rows: stopRows(file) },
    { name: teamSheetNames[0], rows: teamRows(file) },
    ...(file.groups.some(isKept) ? [{ name: groupSheetNames[0], rows: groupRows(file) }] : []),
    { name: peopleSheetNames[0], rows: peopleRows(file) },
    { name: activitySheetNames[0], rows: activityRows(file) },
  ];
}

const isKept = ({ deleted }: { readonly deleted: boolean }) => !deleted;
const inOrder = (one: { readonly order: number }, other: { readonly order: number }) =>
  one.order - other.order;

function stopRows(file: TourFile): Cell[][] {
  const teams = new Map(file.teams.map((team) => [team.id, team]));
  const people = new Map(file.people.map(({ id, name }) => [id, name]));
  const sites = new Map(file.sites.map((site) => [site.id, site]));
  const groups = groupKeys(file);
  const place = (id: string) => teams.get(id)?.order ?? Number.MAX_SAFE_INTEGER;
  const stops = file.stops
    .filter(isKept)
    .sort((one, other) => place(one.team) - place(other.team) || inOrder(one, other));
  return table(
    stopColumns,
    stops.map((stop) => {
      const site = sites.get(stop.site);
      const team = teams.get(stop.team);
      const isStage = stop.stage === '' || stages.some((stage) => stage === stop.stage);
      const isComposed = site === undefined || site.name === siteName(site.enterprise, site.project);
      return {
        team: team?.name ?? '',
        leader: people.get(team?.leader ?? '') ?? '',
        order: stop.order,
        district: site?.district ?? '',
        enterprise: site?.enterprise ?? '',
        project: site?.project ?? '',
        stage: isStage ? stop.stage : '',
        time: stop.plannedAt,
        address: site?.address ?? '',
        note: stop.remarks,
        group: groups.get(stop.group) ?? '',
        unsure: [...(stop.teamCertain ? [] : ['组别']), ...(stop.districtCertain ? [] : ['区县'])].join('、'),
        spot: stop.spot,
        status: stopStatusWords[stop.status],
        arrived: stop.visitedAt,
        left: stop.leftAt,
        reason: stop.reason,
        earlierReason: stop.earlierReason,
        reporter: stop.reporter,
        plannedOrder: stop.plannedOrder,
        plannedTeam: teams.get(stop.plannedTeam)?.name ?? '',
        stageWords: isStage ? '' : stop.stage,
        kind: site ? kindField.write(site.kind) : '',
        siteName: isComposed ? '' : site.name,
        site: stop.site,
        insteadOf: stop.insteadOf,
        groupId: stop.group,
        leaderId: team?.leader ?? '',
        id: stop.id,
      };
    }),
  );
}

function teamRows({ teams, people }: TourFile): Cell[][] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return table(
    teamColumns,
    teams.filter(isKept).map(({ id, name, order, leader, districts, certain }) => ({
      team: name,
      order,
      leader: names.get(leader) ?? '',
      districts: districts.join('、'),
      certain: certain ? '' : '是',
      leaderId: leader,
      id,
    })),
  );
}

function groupRows(file: TourFile): Cell[][] {
  const keys = groupKeys(file);
  const teams = new Map(file.teams.map(({ id, name }) => [id, name]));
  return table(
    groupColumns,
    file.groups.filter(isKept).map(({ id, label, topic, stage, team, order, tail, complete, observed }) => ({
      key: keys.get(id) ?? '',
      label,
      topic,
      stage,
      team: teams.get(team) ?? '',
      order,
      tail,
      complete: complete ? '是' : '否',
      observed,
      id,
    })),
  );
}

/** How the stops name each group: two groups of one name are told apart by a number. */
function groupKeys({ groups }: TourFile): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    groups.filter(isKept).map(({ id, label, topic, complete }) => {
      const name = `${label || topic || groupSheetNames[0]}${complete ? '' : openTail}`;
      let key = name;
      for (let copy = 2; taken.has(cellKey(key)); copy += 1) key = `${name}(${copy})`;
      taken.add(cellKey(key));
      return [id, key];
    }),
  );
}

/** Those who take part, in the order given, then others of the teams. */
function peopleRows(file: TourFile): Cell[][] {
  const { tour, people, units } = file;
  const teams = file.teams.filter(isKept);
  const byId = new Map(people.map((person) => [person.id, person]));
  const label = createUnitFinder(units).label;
  const taking = new Set(tour.participants.map(({ person }) => person));
  const others = teams
    .flatMap(({ leader, members }) => [leader, ...members])
    .filter((id) => byId.has(id) && !taking.has(id));
  const rows = [
    ...tour.participants.map(({ person, name, posts, role }) => ({
      person: byId.get(person),
      name,
      posts,
      role,
      takes: true,
    })),
    ...[...new Set(others)].map((id) => {
      const person = byId.get(id);
      return { person, name: person?.name ?? '', posts: [], role: '', takes: false };
    }),
  ];
  return table(
    personColumns,
    rows.map(({ person, name, posts, role, takes }) => {
      if (!person) return { name, posts: posts.join('、'), role, listed: '否', takes: '是' };
      const own = teams.filter(({ leader, members }) => leader === person.id || members.includes(person.id));
      return {
        name: person.name,
        unit: label(person.unit),
        posts: person.posts.join('、'),
        team: own.map((team) => team.name).join('、'),
        role,
        rank: person.rank,
        phone: person.phone,
        listed: '是',
        takes: takes ? '是' : '否',
        id: person.id,
      };
    }),
  );
}

function activityRows({ tour }: TourFile): Cell[][] {
  return [
    ['项目', '内容'],
    ['活动名称', tour.title],
    ['形式', tour.forms.join('、')],
    ['届次', tour.series],
    ['日期', dateWords(tour.date)],
    ['日期起', tour.date.basis === '' ? '' : tour.date.from],
    ['日期止', tour.date.basis === '' ? '' : tour.date.to],
    ['推断依据', tour.date.basis],
    ['地点', tour.place],
    ['组织单位', tour.organiser],
    ['目的', tour.purpose],
    ['点位总数', tour.statedTotal],
    ['议题', linesField.write([...tour.topics])],
    ['待核实事项', linesField.write([...tour.toVerify])],
    ['巡记编号', tour.id],
  ];
}

function table<Field extends string>(
  columns: readonly { readonly field: Field; readonly names: readonly [string, ...string[]] }[],
  records: readonly Partial<Readonly<Record<Field, Cell>>>[],
): Cell[][] {
  return [
    columns.map(({ names }) => names[0]),
    ...records.map((record) => columns.map(({ field }): Cell => record[field] ?? '')),
  ];
}

import { groupSchema } from '../records/group';
import { stopSchema } from '../records/stop';
import { type Team, teamSchema } from '../records/team';
import { tourSchema } from '../records/tour';
import type { TourFile } from '../tour-file/tour-file';
import { type PeopleRegister, buildPeople, buildSites } from './build-register';
import { cellKey } from './cell-text';
import type { Activity } from './read-activity';
import type { GroupRow } from './read-groups';
import type { PersonRow } from './read-people';
import type { StopRow } from './read-stops';
import type { TeamRow } from './read-teams';

/** The rows of an itinerary without a fault. */
export interface ItineraryRows {
  readonly activity: Activity;
  readonly stops: readonly StopRow[];
  readonly people: readonly PersonRow[];
  readonly teams: readonly TeamRow[];
  readonly groups: readonly GroupRow[];
  /** By the key of the team. */
  readonly leaders: ReadonlyMap<string, PersonRow>;
}

/** Makes the records of a tour out of checked rows. `title` is what the tour is called where 活动 gives it no name. */
export function buildTourFile(rows: ItineraryRows, newId: () => string, title: string): TourFile {
  const { activity, stops } = rows;
  const { id: given, toVerify, ...told } = activity;
  const tour = given || newId();
  const register = buildPeople(rows.people, newId);
  const { sites, siteOf } = buildSites(stops, newId);
  const teams = buildTeams(rows, register, tour, newId);
  const teamIds = new Map(teams.map((team) => [cellKey(team.name), team.id]));
  const groupIds = new Map(rows.groups.map(({ key, id }) => [key, id || newId()]));
  const own = new Set(stops.map(({ id }) => id));
  return {
    format: 'xunji-tour',
    version: 1,
    tour: tourSchema.parse({
      id: tour,
      ...told,
      title: activity.title || title,
      participants: rows.people
        .filter(({ takes }) => takes)
        .sort((one, other) => one.rank - other.rank)
        .map((row) => ({
          person: register.personOf.get(row)?.id ?? '',
          name: row.name,
          posts: row.posts,
          role: row.role,
        })),
      toVerify: toVerify ?? [...questionsOfTour(activity, stops.length), ...questionsOfTeams(teams, rows)],
    }),
    units: [...register.units],
    people: [...register.people],
    sites: [...sites],
    checklists: [],
    teams: [...teams],
    groups: rows.groups.map((group) =>
      groupSchema.parse({
        ...group,
        id: groupIds.get(group.key),
        tour,
        team: teamIds.get(cellKey(group.team)),
      }),
    ),
    stops: stops.map((row) => {
      const site = siteOf.get(row);
      return stopSchema.parse({
        id: row.id || newId(),
        tour,
        team: teamIds.get(row.teamKey),
        group: groupIds.get(cellKey(row.group)),
        order: row.order,
        plannedOrder: row.plannedOrder === undefined ? row.order : row.plannedOrder,
        plannedTeam: teamIds.get(cellKey(row.plannedTeam ?? row.team)),
        site: site?.id,
        // Two stops of one site lie in different places of it.
        spot: row.spot || (row.address === (site?.address ?? '') ? '' : row.address),
        teamCertain: row.teamCertain,
        districtCertain: row.districtCertain,
        status: row.status,
        visitedAt: row.visitedAt,
        leftAt: row.leftAt,
        reason: row.reason,
        earlierReason: row.earlierReason,
        reporter: row.reporter,
        insteadOf: own.has(row.insteadOf) ? row.insteadOf : '',
        stage: row.stage,
        plannedAt: row.plannedAt,
        remarks: row.note,
      });
    }),
    meetings: [],
    answerSheets: [],
    notes: [],
    remarks: [],
    issues: [],
    indicators: [],
    attachments: [],
    requests: [],
    handovers: [],
    tasks: [],
    signatures: [],
    scoreSheets: [],
    scores: [],
  };
}

/** Teams in the order in which the stops name them; then those that only people belong to. */
function buildTeams(
  { stops, people, leaders, teams }: ItineraryRows,
  { personOf }: PeopleRegister,
  tour: string,
  newId: () => string,
): readonly Team[] {
  const names = new Map<string, string>();
  const sheet = new Map(teams.map((row) => [row.teamKey, row]));
  const add = (name: string): void => {
    const key = cellKey(name);
    if (key !== '' && !names.has(key)) names.set(key, name);
  };
  for (const { team } of stops) add(team);
  const ofPerson = (row: PersonRow) => (names.has(row.teamKey) ? [row.team] : row.teams);
  for (const row of people) ofPerson(row).forEach(add);
  for (const { plannedTeam = '' } of stops) add(plannedTeam);
  for (const { team } of teams) add(team);
  const districts = new Map([...names.keys()].map((key) => [key, new Set<string>()]));
  for (const { teamKey, district } of stops) if (district !== '') districts.get(teamKey)?.add(district);
  const members = new Map([...names.keys()].map((key) => [key, new Set<string>()]));
  for (const [row, { id }] of personOf)
    for (const key of ofPerson(row).map((team) => cellKey(team)))
      if (row !== leaders.get(key)) members.get(key)?.add(id);
  return [...names].map(([key, name], index) => {
    const leader = leaders.get(key);
    const row = sheet.get(key);
    return teamSchema.parse({
      id: row?.id || newId(),
      tour,
      order: row?.order ?? index + 1,
      name,
      leader: leader && personOf.get(leader)?.id,
      members: [...(members.get(key) ?? [])],
      districts: row ? row.districts : [...(districts.get(key) ?? [])],
      certain: row?.certain ?? true,
    });
  });
}

function questionsOfTour({ date, statedTotal }: Activity, count: number): readonly string[] {
  const questions: string[] = [];
  if (date.asWritten !== '' && date.from === null)
    questions.push(`活动日期写作“${date.asWritten}”，不能确定是哪一年哪一天。`);
  if (statedTotal !== null && statedTotal !== count)
    questions.push(`活动表写明点位总数为 ${statedTotal} 个，点位表中有 ${count} 个。`);
  return questions;
}

function questionsOfTeams(teams: readonly Team[], { stops }: ItineraryRows): readonly string[] {
  const withStops = new Set(stops.map((stop) => stop.teamKey));
  return teams.flatMap((team) => [
    ...(team.leader === '' ? [`${team.name}没有写明带队领导。`] : []),
    ...(withStops.has(cellKey(team.name)) ? [] : [`人员表中的“${team.name}”在点位表中没有点位。`]),
  ]);
}

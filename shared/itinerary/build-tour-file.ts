import { stopSchema } from '../records/stop';
import { type Team, teamSchema } from '../records/team';
import { tourSchema } from '../records/tour';
import type { TourFile } from '../tour-file/tour-file';
import { type PeopleRegister, buildPeople, buildSites } from './build-register';
import { cellKey } from './cell-text';
import type { Activity } from './read-activity';
import type { PersonRow } from './read-people';
import type { StopRow } from './read-stops';

/** The rows of an itinerary without a fault. */
export interface ItineraryRows {
  readonly activity: Activity;
  readonly stops: readonly StopRow[];
  readonly people: readonly PersonRow[];
  /** By the key of the team. */
  readonly leaders: ReadonlyMap<string, PersonRow>;
}

/** Makes the records of a tour out of checked rows. `title` is what the tour is called where 活动 gives it no name. */
export function buildTourFile(rows: ItineraryRows, newId: () => string, title: string): TourFile {
  const { activity, stops } = rows;
  const tour = newId();
  const register = buildPeople(rows.people, newId);
  const { sites, siteOf } = buildSites(stops, newId);
  const teams = buildTeams(rows, register, tour, newId);
  const teamIds = new Map(teams.map((team) => [cellKey(team.name), team.id]));
  return {
    format: 'xunji-tour',
    version: 1,
    tour: tourSchema.parse({
      id: tour,
      ...activity,
      title: activity.title || title,
      participants: [...register.personOf].map(([row, { id, name, posts }]) => ({
        person: id,
        name,
        posts,
        role: row.role,
      })),
      toVerify: [...questionsOfTour(activity, stops.length), ...questionsOfTeams(teams, rows)],
    }),
    units: [...register.units],
    people: [...register.people],
    sites: [...sites],
    checklists: [],
    teams: [...teams],
    groups: [],
    stops: stops.map((row) => {
      const site = siteOf.get(row);
      return stopSchema.parse({
        id: newId(),
        tour,
        team: teamIds.get(row.teamKey),
        order: row.order,
        plannedOrder: row.order,
        plannedTeam: teamIds.get(row.teamKey),
        site: site?.id,
        // Two stops of one site lie in different places of it.
        spot: row.address === site?.address ? '' : row.address,
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
  { stops, people, leaders }: ItineraryRows,
  { personOf }: PeopleRegister,
  tour: string,
  newId: () => string,
): readonly Team[] {
  const names = new Map<string, string>();
  const districts = new Map<string, Set<string>>();
  const members = new Map<string, string[]>();
  for (const { teamKey, team } of [...stops, ...people])
    if (teamKey !== '' && !names.has(teamKey)) {
      names.set(teamKey, team);
      districts.set(teamKey, new Set());
      members.set(teamKey, []);
    }
  for (const { teamKey, district } of stops) if (district !== '') districts.get(teamKey)?.add(district);
  for (const [row, { id }] of personOf)
    if (row !== leaders.get(row.teamKey)) members.get(row.teamKey)?.push(id);
  return [...names].map(([key, name], index) => {
    const leader = leaders.get(key);
    return teamSchema.parse({
      id: newId(),
      tour,
      order: index + 1,
      name,
      leader: leader && personOf.get(leader)?.id,
      members: members.get(key),
      districts: [...(districts.get(key) ?? [])],
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

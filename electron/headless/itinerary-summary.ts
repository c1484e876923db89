import type { TourFile } from '../../shared/tour-file/tour-file';

/** What was read, in figures by which an office can check it against its own list. */
export function itinerarySummary(file: TourFile): string {
  const { tour, teams, stops, people, sites, checklists } = file;
  const districts = new Set(teams.flatMap((team) => team.districts));
  const names = new Map(people.map((person) => [person.id, person.name]));
  const lines = [
    tour.title,
    `${teams.length} 个组，${stops.length} 个点位，${districts.size} 个区县，${sites.length} 个对象，${people.length} 人，${checklists.length} 张检查表`,
    ...teams.map((team) => {
      const own = stops.filter((stop) => stop.team === team.id).length;
      const leader = names.get(team.leader) ?? '—';
      return `  ${team.name}：${leader}带队，${own} 个点位，${team.members.length} 名成员，${team.districts.join('、')}`;
    }),
    ...tour.toVerify.map((question) => `待核实：${question}`),
  ];
  return `${lines.join('\n')}\n`;
}

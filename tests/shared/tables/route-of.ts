import type { TourFile } from '../../../shared/tour-file/tour-file';

/** What a route is, by names instead of ids. */
export function routeOf(file: TourFile) {
  const teams = new Map(file.teams.map(({ id, name }) => [id, name]));
  const orders = new Map(file.stops.map((stop) => [stop.id, stop.order]));
  const groups = new Map(file.groups.map(({ id, label, topic, tail }) => [id, `${label} ${topic} ${tail}`]));
  const people = new Map(file.people.map(({ id, name, unit }) => [id, `${name}${unit && '（局）'}`]));
  const sites = new Map(
    file.sites.map(({ id, kind, name, enterprise, project, address, district }) => [
      id,
      { kind, name, enterprise, project, address, district },
    ]),
  );
  return {
    date: file.tour.date,
    told: [file.tour.title, file.tour.forms, file.tour.series, file.tour.statedTotal, file.tour.topics],
    participants: sorted(file.tour.participants.map(({ name, role }) => `${name} ${role}`)),
    teams: sorted(
      file.teams.map(({ name, order, leader, members, districts, certain }) => {
        const names = sorted(members.map((id) => people.get(id) ?? ''));
        return JSON.stringify([name, order, people.get(leader), names, districts, certain]);
      }),
    ),
    groups: file.groups.map(({ label, topic, complete, tail, order, team }) => ({
      label,
      topic,
      complete,
      tail,
      order,
      team: teams.get(team),
    })),
    stops: sorted(
      file.stops.map((stop) =>
        JSON.stringify({
          ...stop,
          id: '',
          tour: '',
          site: sites.get(stop.site),
          team: teams.get(stop.team),
          plannedTeam: teams.get(stop.plannedTeam),
          group: groups.get(stop.group),
          insteadOf: orders.get(stop.insteadOf),
          plannedAt: plain(stop.plannedAt),
          visitedAt: plain(stop.visitedAt),
          leftAt: plain(stop.leftAt),
          reason: plain(stop.reason),
        }),
      ),
    ),
  };
}

/** Times in two digits, words in one line. */
function plain(text: string): string {
  return (/^\d:/.test(text) ? `0${text}` : text).replace('\n', '');
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...texts].sort((one, other) => (one < other ? -1 : 1));
}

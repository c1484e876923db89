import { routePlan, type DistrictRoute, type TeamRoute } from './route-plan';
import type { SampleStop } from './sample-stop';
import type { Random } from './seeded-random';

/** Lays the planned routes out over one working day: 08:30 to 18:00, lunch from 12:00 to 13:30. */
export function sampleStops(random: Random): readonly SampleStop[] {
  return routePlan.flatMap((route) => teamStops(route, random));
}

function teamStops(route: TeamRoute, random: Random): readonly SampleStop[] {
  const visits = route.districts.flatMap((part) => part.visits.map((visit) => ({ part, visit })));
  return visits.map(({ part, visit }, index) => {
    const [enterprise, project, stage, road, remark] = visit;
    return {
      team: route.team,
      leader: route.leader,
      order: index + 1,
      district: part.district,
      enterprise,
      project,
      stage,
      plannedTime: plannedTime(index, visits.length),
      address: address(part, road, random),
      remark: remark ?? '',
    };
  });
}

const morning = { start: 8 * 60 + 30, length: 210 };
const afternoon = { start: 13 * 60 + 30, length: 270 };

/** Itineraries are planned in steps of five minutes. */
function plannedTime(index: number, count: number): string {
  const before = Math.floor((count * morning.length) / (morning.length + afternoon.length));
  const half = index < before ? morning : afternoon;
  const place = index < before ? index : index - before;
  const places = index < before ? before : count - before;
  const minutes = half.start + Math.round((half.length * place) / places / 5) * 5;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** A road gets a house number; a village, a market or a yard has none. */
function address(part: DistrictRoute, road: string, random: Random): string {
  const houseNumber = 1 + Math.floor(random() * 288);
  return /[路街巷道]$/u.test(road) ? `${part.district}${road}${houseNumber}号` : `${part.district}${road}`;
}

import { expect, it } from 'vitest';
import { stopSchema } from '../../../shared/records/stop';
import { teamSchema } from '../../../shared/records/team';
import { routeTeams, withKnownTeam } from '../../../shared/tours/route-teams';

const tour = { id: 't' };
const teams = [teamSchema.parse({ id: 'a', tour: 't', order: 3, name: '第一组' })];
const stopOf = (id: string, team: string) => stopSchema.parse({ id, tour: 't', team });

it('puts every stop on the route of one team: those of none, and of lost ones, on a last one', () => {
  const stops = withKnownTeam([stopOf('1', 'a'), stopOf('2', ''), stopOf('3', 'lost')], teams);
  const routes = routeTeams({ tour, teams, stops }, '未分组').map(({ id, name, order }) => [
    name,
    order,
    stops.filter((stop) => stop.team === id).map((stop) => stop.id),
  ]);
  expect(routes).toEqual([
    ['第一组', 3, ['1']],
    ['未分组', 4, ['2', '3']],
  ]);
});

it('has no more than the teams where every stop has one', () => {
  expect(routeTeams({ tour, teams, stops: [stopOf('1', 'a')] }, '未分组')).toBe(teams);
  expect(routeTeams({ tour, teams: [], stops: [stopOf('1', '')] }, '未分组')).toMatchObject([{ id: '' }]);
});

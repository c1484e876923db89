import { expect, it } from 'vitest';
import { nextStop } from '../../../../renderer/features/overview/next-stop';
import { personSchema } from '../../../../shared/records/person';
import { stopSchema } from '../../../../shared/records/stop';
import { teamSchema } from '../../../../shared/records/team';

const stop = (id: string, team: string, values: object = {}) =>
  stopSchema.parse({ id, team, tour: 't', ...values });
const view = {
  teams: [
    teamSchema.parse({ id: 'a', tour: 't', leader: 'p1' }),
    teamSchema.parse({ id: 'b', tour: 't', leader: 'p2', members: ['p3'] }),
  ],
  people: new Map([['p3', personSchema.parse({ id: 'p3', name: '周敏' })]]),
  stops: [
    stop('a1', 'a', { status: 'visited', visitedAt: '09:00' }),
    stop('a2', 'a', { status: 'skipped', reason: '修路' }),
    stop('a3', 'a', { status: 'added', visitedAt: '09:40' }),
    stop('a4', 'a', { status: 'added' }),
    stop('b1', 'b', { status: 'visited' }),
    stop('b2', 'b'),
  ],
};

it('goes on with the first stop that was neither visited nor skipped; an added one counts once it has a time', () => {
  expect(nextStop(view, '不在名单')?.id).toBe('a4');
});

it('keeps to the route of the own team', () => {
  expect(nextStop(view, '周敏')?.id).toBe('b2');
});

it('begins again where all is done, and has nowhere to go without stops', () => {
  expect(nextStop({ ...view, stops: view.stops.slice(0, 3) }, '周敏')?.id).toBe('a1');
  expect(nextStop({ ...view, stops: [] }, '周敏')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { arrive, undoArrival } from '../../../../renderer/features/stop/visit-edits';
import { stopSchema } from '../../../../shared/records/stop';
import { wasVisited } from '../../../../shared/records/was-visited';

const stop = (values: object) => stopSchema.parse({ id: 'p1', tour: 't1', ...values });

it.each(['added', 'swapped'] as const)('keeps that a stop was %s, and why, through a visit', (status) => {
  const insteadOf = status === 'swapped' ? 'p0' : '';
  const before = stop({ status, insteadOf, reason: '市长临时提出' });
  const after = { ...before, ...arrive(before, '09:42', [before]) };
  expect(after).toMatchObject({ status, reason: '市长临时提出', visitedAt: '09:42' });
  expect(wasVisited(before)).toBe(false);
  expect(wasVisited(after)).toBe(true);
  expect({ ...after, ...undoArrival(after) }).toEqual(before);
});

it('marks a planned or skipped stop as visited and drops the reason why nobody went', () => {
  const skipped = stop({ status: 'skipped', reason: '修路' });
  expect({ ...skipped, ...arrive(skipped, '10:05', [skipped]) }).toMatchObject({
    status: 'visited',
    reason: '',
  });
  const visited = stop({ status: 'visited', visitedAt: '10:05', leftAt: '10:40' });
  expect({ ...visited, ...undoArrival(visited) }).toEqual(stop({}));
});

it('keeps why a planned stop was taken to another place', () => {
  const moved = stop({ plannedOrder: 1, order: 3, reason: '上午停电' });
  expect({ ...moved, ...arrive(moved, '10:05', [moved]) }).toMatchObject({ reason: '上午停电' });
});

it('keeps why a stop was added where it was skipped in between', () => {
  const skipped = stop({ status: 'skipped', reason: '修路', earlierReason: '临时增加' });
  expect(arrive(skipped, '10:05', [skipped])).toMatchObject({ reason: '临时增加', earlierReason: '' });
});

it('knows an added stop that was skipped and is visited after all', () => {
  const route = [stop({ id: 'p0', plannedOrder: 1 }), stop({ status: 'skipped', reason: '修路' })];
  expect(arrive(route[1] ?? stop({}), '10:05', route)).toMatchObject({ status: 'added', reason: '' });
});

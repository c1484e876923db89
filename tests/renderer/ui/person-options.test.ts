import { expect, it } from 'vitest';
import { personSchema } from '../../../shared/records/person';
import { personOptions } from '../../../renderer/ui/person-options';

const units = new Map([['housing', { name: '临江区住建局' }]]);
const person = (id: string, name: string, posts: string[], unit = '') =>
  personSchema.parse({ id, name, posts, unit });

it('a name that one person bears is the value; two of one name are told apart by unit and post', () => {
  const people = [
    person('a', '陈立', ['局长'], 'housing'),
    person('b', '陈立', ['副科长']),
    person('c', '周敏', ['主任']),
  ];
  expect(personOptions(people, units).map(({ key, value, about }) => [key, value, about])).toEqual([
    ['a', '陈立 临江区住建局 局长', '临江区住建局 局长'],
    ['b', '陈立 副科长', '副科长'],
    ['c', '周敏', '主任'],
  ]);
});

it('no two options have one value, also where people differ in nothing that is written', () => {
  const people = [person('a', '陈立', []), person('b', '陈立', []), person('c', '陈立', ['局长'])];
  const values = personOptions(people, units).map(({ value }) => value);
  expect(new Set(values).size).toBe(3);
  expect(values[2]).toBe('陈立 局长');
});

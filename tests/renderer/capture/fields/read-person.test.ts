import { expect, it } from 'vitest';
import { readPerson } from '../../../../renderer/capture/fields/read-person';

it.each([
  ['方知远', ['方知远', [], '']],
  ['方知远 副局长', ['方知远', ['副局长'], '']],
  ['方知远　副局长　临江区住建局', ['方知远', ['副局长'], '临江区住建局']],
  [' 方知远 区委常委、副区长 临江区人民政府 ', ['方知远', ['区委常委', '副区长'], '临江区人民政府']],
  ['方知远 区委常委 副区长 临江区人民政府', ['方知远', ['区委常委', '副区长'], '临江区人民政府']],
] as const)('reads %j as name, posts and unit', (typed, [name, posts, unit]) => {
  expect(readPerson(typed)).toEqual({ name, posts, unit });
});

import { expect, it } from 'vitest';
import { namesOfLetters } from '../../../renderer/ui/names-of-letters';

it('turns letters into the first name they stand for and leaves all else as it was typed', () => {
  expect(namesOfLetters(['syz', '陆行远', 'xyz'], ['顾承昇', '沈砚舟'])).toEqual(['沈砚舟', '陆行远', 'xyz']);
});

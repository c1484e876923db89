import { expect, it } from 'vitest';
import { keptInMemory } from '../../../renderer/data/record-pages/kept-in-memory';

it('keeps what was used last, as much as has so many bytes', () => {
  const kept = keptInMemory<string>(10, (value) => value.length);
  kept.keep('a', 'xxxx');
  kept.keep('b', 'xxxx');
  expect(kept.get('a')).toBe('xxxx');
  kept.keep('c', 'xx');
  kept.keep('d', 'x');
  expect(['a', 'b', 'c', 'd'].filter((key) => kept.get(key) !== undefined)).toEqual(['a', 'c', 'd']);
  kept.keep('a', 'x');
  kept.keep('e', 'xxxx');
  expect(['a', 'c', 'd', 'e'].filter((key) => kept.get(key) !== undefined)).toEqual(['a', 'c', 'd', 'e']);
  // One that alone is too much would put out all others.
  kept.keep('f', 'x'.repeat(11));
  expect(['a', 'f'].map((key) => kept.get(key))).toEqual(['x', undefined]);
});

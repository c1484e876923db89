import { expect, it } from 'vitest';
import { isLaterVersion, nextVersion } from '../../../shared/checklists/next-version';

it.each([
  ['1', '2'],
  ['9', '10'],
  ['2024.9', '2024.10'],
  ['v09', 'v10'],
  ['1.0-beta', '1.1-beta'],
  ['', '1'],
  ['初稿', '初稿.2'],
  ['20240515', '20240516'],
])('the version after “%s” is “%s”, and it is later', (version, next) => {
  expect(nextVersion(version)).toBe(next);
  expect(isLaterVersion(next, version)).toBe(true);
  expect(isLaterVersion(version, next)).toBe(false);
});

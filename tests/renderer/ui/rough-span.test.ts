import { expect, test } from 'vitest';
import { roughSpan } from '../../../renderer/ui/rough-span';

test.each([
  [6, 6, 'minutes'],
  [119, 119, 'minutes'],
  [120, 2, 'hours'],
  [480, 8, 'hours'],
  [1440, 24, 'hours'],
  [2 * 1440, 2, 'days'],
  [400 * 1440, 400, 'days'],
  [37_923_979, 72, 'years'],
])('%s minutes are told as %s %s', (minutes, n, unit) => {
  expect(roughSpan(minutes)).toEqual({ n, unit });
});

import { expect, it } from 'vitest';
import { crashLimit } from '../../../electron/windows/crash-limit';

it('loads a window that crashes at each start a few times, and then asks', () => {
  const mayLoadAgain = crashLimit(4);
  expect([900, 800, 700, 900].map(mayLoadAgain)).toEqual([true, true, true, false]);
  // Somebody wanted another try: it begins anew.
  expect([900, 800, 700, 900].map(mayLoadAgain)).toEqual([true, true, true, false]);
});

it('always loads a window again that people could work in meanwhile', () => {
  const mayLoadAgain = crashLimit(3);
  const lasted = Array.from({ length: 20 }, (_, n) => (n % 2 ? 900 : 600_000));
  expect(lasted.map(mayLoadAgain)).not.toContain(false);
});

it('asks about a window that lasts for a minute each time, twenty times an hour', () => {
  const mayLoadAgain = crashLimit();
  const answers = Array.from({ length: 40 }, () => mayLoadAgain(60_000));
  expect(answers.indexOf(false)).toBe(19);
  expect(answers.filter((may) => !may)).toHaveLength(2);
});

it('forgets crashes of more than an hour ago', () => {
  const mayLoadAgain = crashLimit();
  expect(Array.from({ length: 100 }, () => mayLoadAgain(200_000))).not.toContain(false);
});

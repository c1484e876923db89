import { expect, it } from 'vitest';
import { shortcuts } from '../../../renderer/app/shortcuts';
import { readSourceFiles } from '../locales/source-files';

const listed = Object.values(shortcuts)
  .flat()
  .flatMap(({ keys }) => keys);

/** "Alt+A" of `KeyA: …` and of `event.code !== 'KeyA'`; the one kind of key that is not read where somebody types. */
function altKeys(code: string): readonly string[] {
  return [...code.matchAll(/\bKey([A-Z])\b/g)].map(([, letter]) => `Alt+${letter}`);
}

it('the help on keys names every letter with Alt that the code listens to, and no other', () => {
  const inCode = [...readSourceFiles()]
    .filter(([name]) => /\.tsx?$/.test(name))
    .flatMap(([, code]) => altKeys(code));
  expect([...new Set(inCode)].toSorted()).toEqual(
    listed.filter((key) => /^Alt\+[A-Z]$/.test(key)).toSorted(),
  );
});

it('a key that the help does not know would be found', () => {
  expect(listed).not.toContain(altKeys('useShortcuts({ KeyQ: quit })')[0]);
});

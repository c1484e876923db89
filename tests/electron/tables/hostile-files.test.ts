import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchReader } from './batch-reader';
import { builtReader } from './built-reader';
import type { HostileCase } from './hostile-case';
import { hostileTexts } from './hostile-texts';
import { hostileWorkbooks } from './hostile-workbooks';
import { hostileZips } from './hostile-zips';
import { describeProblem } from '../../../shared/problems';

let batch: ReturnType<typeof batchReader>;
beforeAll(async () => {
  batch = batchReader(await builtReader());
});
afterAll(() => batch.close());

async function outcomeOf({ name, make }: HostileCase) {
  const outcome = await batch.read({ file: name, bytes: await make() });
  if (outcome.ok) return outcome.value.sheets[0]?.rows;
  for (const language of ['zh', 'en'] as const)
    expect(describeProblem(outcome.problem, language)).toContain(name);
  return outcome.problem.code;
}

describe.each([
  ['workbooks', [...hostileZips, ...hostileWorkbooks], 60],
  ['texts', hostileTexts, 30],
] as const)('hostile %s', (_, cases, least) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    expect(await outcomeOf(one)).toEqual(one.expected);
  });

  it('are as many as were promised', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBeGreaterThanOrEqual(least);
  });
});

it('none of them ends the process, takes five seconds or half a gigabyte', () => {
  process.stdout.write(
    `slowest ${Math.round(batch.slowestMillis())} ms, peak ${Math.round(batch.peakMegabytes())} MiB\n`,
  );
  expect(batch.ends()).toBe(0);
  expect(batch.slowestMillis()).toBeLessThan(5000);
  expect(batch.peakMegabytes()).toBeLessThan(512);
});

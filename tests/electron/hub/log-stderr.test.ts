import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { logStderr } from '../../../electron/hub/log-stderr';

it('what a process says before it dies is told', async () => {
  expect((await hear(`throw new Error('数据库打不开')`)).join('\n')).toContain('Error: 数据库打不开');
});

it('a process that never stops complaining is told in bounded size, its last words among them', async () => {
  const told = await hear(
    `(async () => {
      for (let n = 0; n < 200; n += 1)
        await new Promise((next) => process.stderr.write('again and again ' + n + '.'.repeat(1000) + '\\n', next));
      throw new Error('last words');
    })()`,
  );
  const text = told.join('\n');
  expect(text.length).toBeLessThan(80_000);
  expect(text).toContain('again and again 0');
  expect(text).toContain('Error: last words');
  expect(text).toMatch(/\(\d+ characters left out\)/);
});

/** What is told of a process that runs this script to its end. */
async function hear(script: string): Promise<readonly string[]> {
  const told: string[] = [];
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });
  logStderr(child.stderr, (text) => told.push(text));
  await once(child, 'close');
  return told;
}

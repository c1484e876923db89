import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTableReader } from '../../../electron/tables/open-table-reader';
import { startForkedReader } from '../../../electron/tables/start-forked-reader';
import { builtReader } from './built-reader';
import { rawWorkbook } from './raw-workbook';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'));
  await builtReader();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = '名单.xlsx';
const task = () => ({ file, bytes: rawWorkbook() });

/** A reader that somebody's file has taken over: it says that it is ready and then does this. */
async function takenOver(deed: string): Promise<string> {
  const script = join(folder, `${Math.random()}.mjs`);
  await writeFile(script, `process.on('message', () => { ${deed} }); process.send({ kind: 'ready' });`);
  return script;
}

async function problemOf(script: string, deadline?: number): Promise<unknown> {
  const outcome = await openTableReader(startForkedReader(script), deadline)(task());
  return outcome.ok ? 'read' : outcome.problem;
}

/** The modules that a built script and its own parts import, packages among them, which are built into it. */
async function importsOf(script: string): Promise<ReadonlySet<string>> {
  const code = await readFile(script, 'utf8');
  const named = /^(?:import|export)\b[^;"]*"([^"]+)"|\b(?:import|require)\("([^"]+)"\)/gm;
  const found = [...code.matchAll(named)].map(([, name = '', called = '']) => name || called);
  const deeper = await Promise.all(
    found.filter((name) => name.startsWith('.')).map((name) => importsOf(join(dirname(script), name))),
  );
  return new Set([
    ...found.filter((name) => !name.startsWith('.')),
    ...deeper.flatMap((names) => [...names]),
  ]);
}

describe('a process that reads tables', () => {
  it('gives the sheets of a sound file, and is gone afterwards', async () => {
    let pid = 0;
    const start = startForkedReader(await builtReader());
    const read = openTableReader(() => {
      const reader = start();
      pid = reader.pid ?? 0;
      return reader;
    });
    expect(await read(task())).toMatchObject({
      ok: true,
      value: { sheets: [{ name: '点位', rows: [['组别', 1]] }] },
    });
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it('loads nothing that could reach files, the network or other programs', async () => {
    const imports = await importsOf(await builtReader());
    // "module" and "worker_threads" are how fflate asks for workers, which nothing here does.
    expect([...imports].sort()).toEqual([
      'module',
      'node:path',
      'node:worker_threads',
      'node:zlib',
      'worker_threads',
    ]);
  });

  it('is ended when it takes too long, and the problem names the file', async () => {
    const endless = await takenOver('for (;;);');
    expect(await problemOf(endless, 500)).toEqual({
      code: 'table.tooSlow',
      details: { file, seconds: 0.5 },
    });
    // The twin: without a deadline nobody would ever be answered.
    const waiting = problemOf(endless, 6000);
    const patience = new Promise((resolve) => setTimeout(() => resolve('still reading'), 2000));
    expect(await Promise.race([waiting, patience])).toBe('still reading');
    await waiting;
  });

  it('that crashes, ends or says what no reader says is a problem and no crash', async () => {
    const heavy = { code: 'table.tooHeavy', details: { file } };
    expect(await problemOf(await takenOver('process.abort();'))).toEqual(heavy);
    expect(await problemOf(await takenOver('process.exit(0);'))).toEqual(heavy);
    expect(await problemOf(await takenOver('throw new Error("a bug");'))).toEqual(heavy);
    expect(await problemOf(await takenOver('process.send({ kind: "run", command: "x" });'))).toEqual(heavy);
    expect(
      await problemOf(await takenOver('process.send({ kind: "rows", rows: [[{ toString: 1 }]] });')),
    ).toEqual(heavy);
    expect(await problemOf(join(folder, 'missing.mjs'))).toEqual(heavy);
  });

  it('that fills its heap is ended, and main goes on', async () => {
    const filling = await takenOver('const all = []; for (;;) all.push({ text: [1, 2, 3, 4] });');
    expect(await problemOf(filling, 30_000)).toEqual({ code: 'table.tooHeavy', details: { file } });
  }, 60_000);
});

describe('the watch over memory', () => {
  /** Lets a process take buffers, which no limit of the heap counts, and tells how large it grew and how that ended. */
  async function grow(watched: boolean): Promise<{ readonly megabytes: number; readonly end: string }> {
    const script = await builtReader('greedy-reader.ts');
    const twin = join(dirname(script), 'unwatched.mjs');
    await writeFile(twin, `process.env.UNWATCHED = '1'; await import('./greedy-reader.js');`);
    const reader = startForkedReader(watched ? script : twin)();
    let megabytes = 0;
    const end = await new Promise<string>((resolve) => {
      reader.listen(
        (message) => {
          const said = message as { readonly kind?: string; readonly megabytes?: number };
          megabytes = Math.max(megabytes, said.megabytes ?? 0);
          if (said.kind === 'ready') reader.post({});
          if (said.kind === 'done') resolve('took all');
        },
        () => resolve('ended'),
      );
    });
    reader.kill();
    return { megabytes, end };
  }

  it('ends a process before it holds half a gigabyte', async () => {
    const { megabytes, end } = await grow(true);
    expect(end).toBe('ended');
    expect(megabytes).toBeGreaterThan(200);
    expect(megabytes).toBeLessThan(512);
  }, 60_000);

  it('is what ends it: without it the process takes all it wants', async () => {
    const { megabytes, end } = await grow(false);
    expect(end).toBe('took all');
    expect(megabytes).toBeGreaterThan(512);
  }, 60_000);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

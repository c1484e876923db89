import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../shared/node/file-system';
import { seedOfRun, seeded } from '../server/seeded';
import { type Acknowledged, type Findings, examine, nothingWrong, workOn } from './file-work';
import type { ChildLine } from './file-work-child';
import { simulatedDisk } from './simulated-disk';
import { testFolder } from '../server/test-folder';

const crashes = process.env['XUNJI_SOAK'] === '1' ? 5000 : 200;
const kills = process.env['XUNJI_SOAK'] === '1' ? 500 : 20;
/** All that a folder holds is compared after each kill. */
const killsPerFolder = 20;
const seed = seedOfRun();

/**
 * A photo, a memo, a copy and a document are written again and again; the machine stops at every step of it in turn, half of the
 * times with its memory (a power cut), and starts once. Gives what was wrong then, added up.
 */
async function stopAtEveryStep(
  sabotage: (real: FileSystem) => FileSystem = (real) => real,
  sabotageOfNextStart = sabotage,
): Promise<Findings> {
  const random = seeded(seed);
  let count = 0;
  const newId = () => `id-${(count += 1)}`;
  const content = (size: number) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
  const told = (): Acknowledged => ({ rows: [], sounds: new Map(), exports: new Map() });

  async function work(disk: ReturnType<typeof simulatedDisk>, acknowledged: Acknowledged): Promise<void> {
    await workOn(sabotage(disk.fileSystem), '', newId, content, acknowledged);
  }

  const whole = simulatedDisk();
  await work(whole, told());
  const sums = { ...nothingWrong, orphans: [] as string[] };
  for (let trial = 0; trial < crashes; trial += 1) {
    const disk = simulatedDisk(1 + (trial % whole.steps()));
    const acknowledged = told();
    // A store answers with a problem where the disk failed; what had been told before is what counts.
    await work(disk, acknowledged).catch(() => undefined);
    const end = Math.floor(trial / whole.steps()) % 2 === 0 ? 'kill' : 'power cut';
    const left = disk.after(end, random).fileSystem;
    const found = await examine(sabotageOfNextStart(left), '', newId, acknowledged);
    sums.rowsWithoutFile += found.rowsWithoutFile;
    sums.wrongHashes += found.wrongHashes;
    sums.lostRows += found.lostRows;
    sums.lostSound += found.lostSound;
    sums.brokenExports += found.brokenExports;
    sums.orphans.push(...found.orphans);
  }
  return sums;
}

/** The file system with one kind of fsync that does nothing. */
function without(what: 'files' | 'directories') {
  return (real: FileSystem): FileSystem => ({
    ...real,
    async open(path, flags) {
      const handle = await real.open(path, flags);
      const isFile = 'writeFile' in handle;
      if (isFile !== (what === 'files')) return handle;
      return { ...handle, sync: () => Promise.resolve(), datasync: () => Promise.resolve() };
    },
  });
}

describe(`Photos, memos and exports while the machine stops at each step (${crashes} times, seed ${seed})`, () => {
  test('no row is without its file, no hash is wrong, nothing told of is gone, and one start leaves no rubbish', async () => {
    expect(await stopAtEveryStep()).toEqual(nothingWrong);
  });

  test.each(['files', 'directories'] as const)(
    'without the fsync of %s a power cut takes something: the test above can fail',
    async (what) => {
      const { rowsWithoutFile, wrongHashes, lostRows, lostSound, brokenExports } = await stopAtEveryStep(
        without(what),
      );
      expect(rowsWithoutFile + wrongHashes + lostRows + lostSound + brokenExports).toBeGreaterThan(0);
    },
  );

  test('without the sweep of the next start there is rubbish: the test above can fail', async () => {
    const { orphans } = await stopAtEveryStep(
      (real) => real,
      (real) => ({ ...real, rm: () => Promise.resolve() }),
    );
    expect(orphans.length).toBeGreaterThan(0);
  });

  test('a real process killed with -9 at random moments leaves the same', async () => {
    const program = await bundleChild();
    const random = seeded(seed);
    let rows = 0;
    let root = '';
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill % killsPerFolder === 0) root = await newFolder();
      const told = await killedChild(program, root, 20 + random() * 250);
      const found = await examine(nodeFileSystem, root, randomUUID, told);
      expect({ kill, ...found }).toEqual({ kill, ...nothingWrong });
      rows += told.rows.length;
    }
    expect(rows).toBeGreaterThan(kills);
  });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(testFolder(), 'xunji-files-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Runs the child until it is killed, that long after it was ready; what it said on its pipe is what a person was told. */
async function killedChild(program: string, root: string, millis: number): Promise<Acknowledged> {
  const child = spawn(process.execPath, [program, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: Acknowledged = { rows: [], sounds: new Map(), exports: new Map() };
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    const { what, key, value } = JSON.parse(line) as ChildLine;
    if (what === 'ready') setTimeout(() => child.kill('SIGKILL'), millis);
    else if (what === 'row') told.rows.push(key);
    else if (what === 'sound') told.sounds.set(key, Number(value));
    else if (what === 'no sound') told.sounds.delete(key);
    else told.exports.set(key, String(value));
  }
  await ended;
  return told;
}

async function bundleChild(): Promise<string> {
  const outDir = await newFolder();
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(import.meta.dirname, 'file-work-child.ts'), outDir, target: 'node20' },
    ssr: { noExternal: true },
  });
  const [name] = (await readdir(outDir)).filter((one) => /\.m?js$/.test(one));
  const program = join(outDir, 'child.mjs');
  await rename(join(outDir, name ?? ''), program);
  return program;
}

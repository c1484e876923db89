import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedOfRun, seeded } from '../server/seeded';
import {
  type Backend,
  type StoreBrowser,
  type StoreInBrowser,
  openStoreBrowser,
} from '../store-in-browser/store-browser';
import type { Rows } from '../store-in-browser/store-page';
import { type FileClass, damageFile, damages } from './damage-file';

const isSoak = process.env['XUNJI_SOAK'] === '1';
/** Many stores in few profiles: starting Chromium costs most. */
const laptops = Array.from({ length: 20 }, (_, n) => `t${n}`);
const rounds = isSoak ? 50 : 5;
const seed = seedOfRun();

const journal: FileClass = { name: 'journal', path: /\.journal$/ };

/** The files that each of Chromium's two backends has, next to the journal's own. */
const classes: Readonly<Record<Backend, readonly FileClass[]>> = {
  leveldb: [
    { name: 'log', path: /\.log$/ },
    { name: 'table', path: /\.ldb$/ },
    { name: 'MANIFEST', path: /MANIFEST/ },
    { name: 'CURRENT', path: /CURRENT$/ },
    { name: 'blob', path: /\.blob\// },
  ],
  sqlite: [
    { name: 'database', path: /_0\/IK[A-Z0-9]+$/ },
    { name: 'write-ahead log', path: /-wal$/ },
    { name: 'any', path: /_0\// },
  ],
};

interface Figures {
  /** All is as it was, and there was nothing to do. */
  untouched: number;
  /** The database was whole but older, and was brought level from the journal. */
  levelled: number;
  /** The database was thrown away, filled from the journal, and the person told. */
  rebuilt: number;
  /** Of these: at the next start only, after a message that asks for one. */
  atNextStart: number;
  /** Rows that are not what was acknowledged, by what had been damaged. */
  wrong: string[];
}

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xunji-damage-'));
  folders.push(folder);
  return folder;
}

interface Prepared {
  readonly folder: string;
  readonly expected: Readonly<Record<string, Rows>>;
}

/** Stores of ten laptops as a kill would leave them: rows in tables and rows in the log, one of them large. */
async function prepare(backend: Backend): Promise<Prepared> {
  const folder = await newFolder();
  const expected: Record<string, Rows> = {};
  const first = await openStoreBrowser(folder, backend);
  await onEach(laptops, async (name) => {
    const { page, leave } = await first.store(name);
    await page.evaluate(async () => {
      const notes = Array.from({ length: 30 }, (_, n) => [`n${n}`, `记录 ${n} `.repeat(20)]);
      const large = Array.from({ length: 20_000 }, () => Math.random().toString(36)).join('');
      await window.store.start();
      await window.store.write({ ...Object.fromEntries(notes), large });
      await window.store.fillLog();
    });
    leave();
  });
  await first.close();
  const second = await openStoreBrowser(folder, backend);
  await onEach(laptops, async (name) => {
    const { page, ask, leave } = await second.store(name);
    await page.evaluate(async () => {
      await window.store.start();
      for (let n = 0; n < 12; n += 1) await window.store.write({ [`m${n}`]: `后来的记录 ${n} `.repeat(20) });
      await window.store.write({ n3: '改过', m4: '也改过' });
    });
    expected[name] = await ask((store) => store.rows());
    leave();
  });
  await second.crash();
  return { folder, expected };
}

/** What is done with a damaged store: the app's start, or (sabotage) what Chromium opens is taken as it comes. */
type Opening = 'start' | 'trust';

async function damageRepeatedly(
  backend: Backend,
  opening: Opening,
  times: number,
  { folder, expected }: Prepared,
): Promise<Figures> {
  const random = seeded(seed);
  const figures: Figures = { untouched: 0, levelled: 0, rebuilt: 0, atNextStart: 0, wrong: [] };
  for (let round = 0; round < times; round += 1) {
    const copy = await newFolder();
    await cp(folder, copy, { recursive: true, filter: (path) => !/Singleton|Cache/.test(path) });
    const done = await damageAll(copy, backend, round, random);
    const again = await startAll(copy, backend, laptops, async (name, browser) => {
      const store = await browser.store(name);
      if (opening === 'trust') {
        const rows = await store.ask((page) => page.readRaw());
        if (rows !== null && !sameRows(rows, expected[name])) figures.wrong.push(`${done.get(name)}`);
        store.leave();
        return false;
      }
      const { rows, recovered, problem } = await startOf(store);
      if (problem === 'profile.broken') return true;
      if (!sameRows(rows, expected[name])) figures.wrong.push(`${done.get(name)}: ${problem}`);
      else if (recovered > 0) figures.rebuilt += 1;
      else if (store.replayed() > 0) figures.levelled += 1;
      else figures.untouched += 1;
      return isOfJournal(done.get(name));
    });
    // Main throws away what it was asked to; and where the journal was damaged, it must hold everything again by now.
    for (const name of again)
      for (const place of await placesOf(copy, name)) await rm(place, { recursive: true });
    await startAll(copy, backend, again, async (name, browser) => {
      const { rows, recovered } = await startOf(await browser.store(name));
      if (recovered === 0 || !sameRows(rows, expected[name]))
        figures.wrong.push(`${done.get(name)}, next start`);
      else if (!isOfJournal(done.get(name))) figures.atNextStart += 1;
      return false;
    });
    await rm(copy, { recursive: true, force: true, maxRetries: 5 });
  }
  process.stdout.write(
    `damage x${times * laptops.length} on ${backend}, ${opening}, seed ${seed}: ${JSON.stringify(figures)}\n`,
  );
  return figures;
}

/** Each laptop's store is damaged in its own way, all ways in turn; where there is no such file, the whole folder goes. */
async function damageAll(
  folder: string,
  backend: Backend,
  round: number,
  random: () => number,
): Promise<ReadonlyMap<string, string>> {
  const ways = [...classes[backend], journal].flatMap((one) => damages.map((how) => ({ one, how })));
  const done = new Map<string, string>();
  for (const [index, name] of laptops.entries()) {
    const places = await placesOf(folder, name);
    const { one, how } = ways[(round * laptops.length + index) % ways.length] ?? never();
    const all = [...places, join(folder, 'journals', name)];
    const damage = await damageFile(all, one, how, random);
    if (damage === null) await rm(places[0] ?? never(), { recursive: true });
    done.set(name, damage ?? `delete ${places[0]}`);
  }
  return done;
}

async function startOf({ ask, leave }: StoreInBrowser) {
  const { recovered, problem } = await ask((store) => store.start());
  const rows = problem === null ? await ask((store) => store.rows()) : null;
  leave();
  return { recovered, problem, rows };
}

function isOfJournal(damage: string | undefined): boolean {
  return damage?.includes('.journal') ?? false;
}

function never(): never {
  throw new Error('cannot be');
}

/** Starts Chromium on a folder and does something with the store of each laptop; gives those for which it says yes. */
async function startAll(
  folder: string,
  backend: Backend,
  names: readonly string[],
  act: (name: string, browser: StoreBrowser) => Promise<boolean>,
): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const browser = await openStoreBrowser(folder, backend);
  const chosen: string[] = [];
  await onEach(names, async (name) => {
    if (await act(name, browser)) chosen.push(name);
  });
  await browser.close();
  return chosen;
}

/** Three at a time: each is a page. */
async function onEach(names: readonly string[], act: (name: string) => Promise<void>): Promise<void> {
  const left = [...names];
  const lane = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) await act(name);
  };
  await Promise.all([lane(), lane(), lane()]);
}

async function placesOf(folder: string, name: string): Promise<readonly string[]> {
  const parent = join(folder, 'profile/Default/IndexedDB');
  const found = (await readdir(parent)).filter((each) => each.startsWith(`http_${name}.localhost`));
  return found
    .toSorted()
    .toReversed()
    .map((each) => join(parent, each));
}

function sameRows(rows: Rows | null, expected: Rows | undefined): boolean {
  const entries = Object.entries(expected ?? {});
  return (
    rows !== null &&
    entries.length > 0 &&
    entries.length === Object.keys(rows).length &&
    entries.every(([id, hash]) => rows[id] === hash)
  );
}

describe.each(['leveldb', 'sqlite'] as const)("Damage to the files of Chromium's %s store", (backend) => {
  let prepared: Prepared;
  beforeAll(async () => {
    prepared = await prepare(backend);
  }, 120_000);

  test('is noticed at the start, and everything is there again', async () => {
    const figures = await damageRepeatedly(backend, 'start', rounds, prepared);
    expect(figures.wrong).toEqual([]);
    expect(figures.rebuilt + figures.atNextStart).toBeGreaterThan((rounds * laptops.length) / 5);
  });

  test('is a shorter list and no error to who trusts Chromium: the test above can fail', async () => {
    const figures = await damageRepeatedly(backend, 'trust', 1, prepared);
    expect(figures.wrong.length).toBeGreaterThan(0);
  });
});

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeJournal } from '../../../electron/journal/change-journal';
import { openImportJournal } from '../../../electron/journal/import-journal';
import type { Change } from '../../../shared/changes/change';
import { type FileSystem, nodeFileSystem } from '../../../shared/node/file-system';
import { openJournal } from '../../../shared/node/journal';
import { fail } from '../../../shared/outcome';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';

let folder = '';
let ids = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imports-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const changes: readonly Change[] = Array.from({ length: 600 }, (_, index) => ({
  id: `change-${index}`,
  scope: 't1',
  kind: 'note',
  record: `n${index}`,
  fields: { text: { value: `第${index}条`, replaces: [] } },
  author: '周敏',
  device: 'd1',
  at: '2026-11-20T08:00:00Z',
}));

/** A process that dies loses nothing that it gave to the system: the disk need not be waited for. */
const quick: FileSystem = {
  ...nodeFileSystem,
  open: async (...given) => {
    const handle = await nodeFileSystem.open(...given);
    handle.sync = () => Promise.resolve();
    handle.datasync = () => Promise.resolve();
    return handle;
  },
};

interface Faults {
  /** What the journal answers to the `fullFrom`-th page of an import and to all that follow. */
  fullFrom: number;
  /** Bytes that the disk has left. */
  room: number;
}

/** The main process on this folder; from its `dies`-th step that writes on, the machine does nothing any more. */
async function start(dies = Number.POSITIVE_INFINITY) {
  const faults: Faults = { fullFrom: Number.POSITIVE_INFINITY, room: Number.POSITIVE_INFINITY };
  let pages = 0;
  let steps = 0;
  const step = async <T>(run: () => Promise<T>): Promise<T> => {
    steps += 1;
    if (steps >= dies) throw Object.assign(new Error('killed'), { code: 'EIO' });
    return run();
  };
  const journal = await openJournal({
    directory: join(folder, 'journal'),
    fileSystem: quick,
    seal: plainSeal,
    newGeneration: 'g1',
  });
  const fileSystem: FileSystem = {
    ...quick,
    rename: (from, to) => step(() => nodeFileSystem.rename(from, to)),
    rm: (path, options) => step(() => nodeFileSystem.rm(path, options)),
  };
  const main = changeJournal(journal, () => Promise.resolve(true));
  const imports = openImportJournal({
    fileSystem,
    directory: join(folder, 'imports'),
    seal: plainSeal,
    changes: {
      ...main,
      append: (input) =>
        step(() =>
          (pages += 1) >= faults.fullFrom ? Promise.resolve(fail(problem('disk.full'))) : main.append(input),
        ),
    },
    hasRoom: (bytes) => Promise.resolve(bytes <= faults.room),
    newId: () => `import-${(ids += 1)}`,
  });
  await imports.finish();
  const read = async () => new Set((await main.read(0, 5000)).map(({ change }) => change.id));
  return { imports, journal, read, faults };
}

async function importAll({ imports }: Awaited<ReturnType<typeof start>>): Promise<boolean> {
  const begun = await imports.begin();
  if (!begun.ok) return false;
  const { import: id } = begun.value;
  for (let from = 0; from < changes.length; from += 100)
    if (!(await imports.append(id, changes.slice(from, from + 100))).ok) return false;
  return (await imports.commit(id)).ok;
}

const gathered = () => readdir(join(folder, 'imports'));

it('has all of an import in the journal, and nothing left beside it', async () => {
  const main = await start();
  expect(await importAll(main)).toBe(true);
  expect((await main.read()).size).toBe(600);
  expect(await gathered()).toEqual([]);
  await main.journal.close();
});

it('is in the journal and is told so where what was gathered cannot be removed; the next start removes it', async () => {
  // The first removal is that of the gathered changes: 1 rename of the mark, 2 appends, then it.
  const main = await start(4);
  expect(await importAll(main)).toBe(true);
  expect((await main.read()).size).toBe(600);
  await main.journal.close();
  const second = await start();
  expect((await second.read()).size).toBe(600);
  expect(await readdir(join(folder, 'imports'))).toEqual([]);
  await second.journal.close();
});

it('counts once its mark stands, though the journal has no room for the rest of it, and comes in when there is', async () => {
  const main = await start();
  main.faults.fullFrom = 2;
  expect(await importAll(main)).toBe(true);
  expect((await main.read()).size).toBe(500);
  await main.imports.settle();
  expect((await main.read()).size).toBe(500);
  main.faults.fullFrom = Number.POSITIVE_INFINITY;
  await main.imports.settle();
  expect((await main.read()).size).toBe(600);
  expect(await gathered()).toEqual([]);
  await main.journal.close();
});

it('counts where the machine fails once its mark stands: the next start has all of it', async () => {
  const main = await start(3);
  expect(await importAll(main)).toBe(true);
  await main.journal.close();
  const second = await start();
  expect((await second.read()).size).toBe(600);
  await second.journal.close();
});

it('asks for room before it counts, for all that will be written of it, and leaves nothing where there is none', async () => {
  const main = await start();
  const bytes = changes.reduce((sum, change) => sum + JSON.stringify(change).length, 0);
  main.faults.room = bytes * 3;
  expect(await importAll(main)).toBe(false);
  expect((await main.read()).size).toBe(0);
  expect(await gathered()).toEqual([]);
  main.faults.room = bytes * 10;
  expect(await importAll(main)).toBe(true);
  await main.journal.close();
});

it('starts beside a file that is no import', async () => {
  await (await start()).journal.close();
  await writeFile(join(folder, 'imports', '.DS_Store'), 'x');
  const main = await start();
  expect(await importAll(main)).toBe(true);
  await main.journal.close();
});

it('after a crash at any step the next start has all of it or none', async () => {
  const outcomes = new Set<number>();
  for (let dies = 1; dies <= 8; dies += 1) {
    const first = await start(dies).catch(() => null);
    const done = first ? await importAll(first).catch(() => false) : false;
    await first?.journal.close();
    const second = await start();
    const { size } = await second.read();
    expect([0, 600]).toContain(size);
    expect(size).toBeGreaterThanOrEqual(done ? 600 : 0);
    outcomes.add(size);
    await second.journal.close();
    await rm(join(folder, 'journal'), { recursive: true, force: true });
  }
  expect([...outcomes].sort((one, other) => one - other)).toEqual([0, 600]);
});

it('its twin: without the mark on disk, half of it is what a crash leaves', async () => {
  const main = await start(3);
  const journal = await main.imports.begin();
  if (!journal.ok) throw new Error('not begun');
  await main.imports.append(journal.value.import, changes);
  await main.imports.commit(journal.value.import).catch(() => undefined);
  await rm(join(folder, 'imports', journal.value.import, 'whole'), { force: true });
  await main.journal.close();
  const second = await start();
  const { size } = await second.read();
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThan(600);
  await second.journal.close();
});

it('forgets what was begun and never finished', async () => {
  const first = await start();
  const begun = await first.imports.begin();
  if (!begun.ok) throw new Error('not begun');
  await first.imports.append(begun.value.import, changes.slice(0, 300));
  await first.journal.close();
  const second = await start();
  expect((await second.read()).size).toBe(0);
  expect(await readdir(join(folder, 'imports'))).toEqual([]);
  await second.journal.close();
});

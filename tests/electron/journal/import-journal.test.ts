import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeJournal } from '../../../electron/journal/change-journal';
import { openImportJournal } from '../../../electron/journal/import-journal';
import type { Change } from '../../../shared/changes/change';
import { type FileSystem, nodeFileSystem } from '../../../shared/node/file-system';
import { openJournal } from '../../../shared/node/journal';
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

/** The main process on this folder; from its `dies`-th step that writes on, the machine does nothing any more. */
async function start(dies = Number.POSITIVE_INFINITY) {
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
    changes: { ...main, append: (input) => step(() => main.append(input)) },
    newId: () => `import-${(ids += 1)}`,
  });
  await imports.finish();
  const read = async () => new Set((await main.read(0, 5000)).map(({ change }) => change.id));
  return { imports, journal, read };
}

async function importAll({ imports }: Awaited<ReturnType<typeof start>>): Promise<boolean> {
  const begun = await imports.begin();
  if (!begun.ok) return false;
  const { import: id } = begun.value;
  for (let from = 0; from < changes.length; from += 100)
    if (!(await imports.append(id, changes.slice(from, from + 100))).ok) return false;
  return (await imports.commit(id)).ok;
}

it('has all of an import in the journal, and nothing left beside it', async () => {
  const main = await start();
  expect(await importAll(main)).toBe(true);
  expect((await main.read()).size).toBe(600);
  expect(await readdir(join(folder, 'imports'))).toEqual([]);
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

import { expect, it, vi } from 'vitest';
import { openDatabase } from '../../../renderer/data/database';
import { recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { searchOf } from '../../../renderer/data/search';
import { plainSeal } from '../../../shared/sealing/seal';
import { memoryBridge } from './memory-bridge';

const author = {
  name: '周敏',
  device: 'd1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

it('finds what is written after its database was closed under it, and what was there before', async () => {
  memoryBridge();
  const database = openDatabase('search-closed');
  await recover(database, plainSeal);
  const write = (id: string, text: string) =>
    save(database, plainSeal, author, [
      { kind: 'note', id, tour: 't1', values: { tour: 't1', stop: 'p1', text } },
    ]);
  await write('n1', '塔吊未验收');
  const search = searchOf(database.name);
  const found = async (text: string) => (await search.find(text, null)).hits.map(({ entry }) => entry.id);
  await expect.poll(() => found('塔吊')).toEqual(['n1']);
  // Whoever deletes it closes it for every thread, as Chromium does on a full disk.
  database.close();
  await database.delete();
  await recover(database, plainSeal);
  await write('n2', '临边无防护');
  await expect.poll(() => found('临边')).toEqual(['n2']);
  await write('n1', '塔吊已验收');
  await expect.poll(() => found('已验收')).toEqual(['n1']);
  database.close();
  await database.delete();
});

it('says that it failed where its program cannot be read, and keeps nobody waiting', async () => {
  const Real = Worker;
  vi.stubGlobal(
    'Worker',
    class extends Real {
      constructor() {
        super('/no-such-worker.js', { type: 'module' });
      }
    },
  );
  const search = searchOf('search-without-worker');
  vi.unstubAllGlobals();
  await expect.poll(() => search.state.get()).toBe('failed');
  expect(await search.find('塔吊', null)).toEqual({ hits: [], counts: {}, more: false });
});

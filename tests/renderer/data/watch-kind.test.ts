import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { recover } from '../../../renderer/data/recover';
import { type Edit, save } from '../../../renderer/data/save';
import { type OfKind, watchKind } from '../../../renderer/data/watch-kind';
import type { Site } from '../../../shared/records/site';
import { plainSeal } from '../../../shared/sealing/seal';
import { memoryBridge } from './memory-bridge';

let database: Database;
let told: OfKind<Site>[];
let read = 0;
let end = () => {};
const author = {
  name: '周敏',
  device: 'd1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const edit = (edits: readonly Edit[]) => save(database, plainSeal, author, edits);
const last = () => told.at(-1);
const siteOf = (id: string, name: string) => ({
  kind: 'site' as const,
  id,
  tour: 'office',
  values: { name },
});
const idOf = (n: number) => `s${String(n).padStart(4, '0')}`;

beforeEach(async () => {
  memoryBridge();
  database = openDatabase(`watched-${crypto.randomUUID()}`);
  await recover(database, plainSeal);
  await edit(Array.from({ length: 450 }, (_, n) => siteOf(idOf(n), `第${n}号泵站`)));
  read = 0;
  database.records.hook('reading', (row: unknown) => {
    read += 1;
    return row;
  });
  told = [];
  end = watchKind({ database, seal: plainSeal }, 'site', (found) => told.push(found));
  await vi.waitUntil(() => last()?.complete);
});
afterEach(async () => {
  end();
  database.close();
  await database.delete();
});

it('tells of the first before all are read, and then of all in their order', () => {
  expect(told[0]?.complete).toBe(false);
  expect(told[0]?.records).toHaveLength(200);
  expect(last()?.records.map(({ id }) => id)).toEqual(Array.from({ length: 450 }, (_, n) => idOf(n)));
});

it('reads again only what was edited, added or deleted', async () => {
  read = 0;
  await edit([siteOf(idOf(7), '改名的泵站'), siteOf('s9999', '新泵站')]);
  await edit([{ kind: 'site', id: idOf(3), tour: 'office', values: { deleted: true } }]);
  await expect.poll(() => last()?.records.find(({ id }) => id === idOf(7))?.name).toBe('改名的泵站');
  await expect.poll(() => last()?.records.some(({ id }) => id === idOf(3))).toBe(false);
  expect(last()?.records.at(-1)?.name).toBe('新泵站');
  expect(last()?.records).toHaveLength(450);
  expect(read).toBeLessThan(20);
});

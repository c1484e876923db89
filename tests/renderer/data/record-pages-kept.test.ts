import { liveQuery } from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Database, RecordPage } from '../../../renderer/data/database';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { pageOf } from '../../../renderer/data/record-pages/record-page';
import { checkBehind, recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { openState } from '../../../renderer/data/sealed-json';
import type { Change } from '../../../shared/changes/change';
import { shownText } from '../../../shared/changes/shown-text';
import type { RecordKind } from '../../../shared/records/record-schemas';
import { plainSeal } from '../../../shared/sealing/seal';
import { author } from './author';
import { drop, openFresh } from './fresh-database';

const many = 450;

let database: Database;

beforeEach(async () => {
  ({ database } = await openFresh());
  await pull(many);
});
afterEach(() => drop(database));

const nameOf = (n: number) => `n${String(n).padStart(4, '0')}`;

function change(n: number, kind: RecordKind): Change {
  const values = { tour: 't1', stop: `p${n % 7}`, text: `记录 ${n}` };
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, replaces: [] }]),
  );
  const at = '2026-03-02T00:00:00.000Z';
  return {
    id: `c${nameOf(n)}`,
    scope: 't1',
    kind,
    record: nameOf(n),
    fields,
    author: '周敏',
    device: 'd2',
    at,
  };
}

/** As a page of an exchange: into the journal and then into the database. */
async function pull(count: number): Promise<void> {
  const store = laptopStoreOn(database, plainSeal);
  const changes = Array.from({ length: count }, (_, n) => change(n, n % 45 === 0 ? 'remark' : 'note'));
  const sequence = await store.append('remote', changes);
  const place = { sequence: sequence.ok ? sequence.value : 0, from: 0 };
  await store.commit({ merge: { remote: changes }, place });
}

const write = (id: string, text: string) =>
  save(database, plainSeal, author, [{ kind: 'note', id, tour: 't1', values: { text } }]);

async function textOf(id: string): Promise<string> {
  const row = await database.records.get(id);
  return row ? shownText(openState(plainSeal, row.sealed), 'text') : '';
}

const check = () => checkBehind(database, plainSeal, () => Promise.resolve());

it('has the records of one stop in few pages, although all stops were written in turn', async () => {
  const pages = await database.recordPages.toArray();
  expect(pages.length).toBeGreaterThan(4);
  const stops = Array.from({ length: 7 }, (_, n) => `p${n}`);
  const having = stops.map(
    (stop) => pages.filter(({ rows }) => rows.some((row) => row.stop === stop && row.kind === 'note')).length,
  );
  expect(Math.max(...having)).toBeLessThan(3);
});

it('writes many of a kind as pages, and few as rows', async () => {
  const pages = await database.recordPages.toArray();
  expect(pages.map(({ rows }) => rows.length)).toEqual([100, 100, 100, 100, 40]);
  expect(new Set(pages.flatMap(({ kinds }) => kinds))).toEqual(new Set(['note']));
  expect(await database.records.count()).toBe(many);
  expect(await check()).toEqual({ ok: true, value: 'whole' });
});

it('is seen by a list when a record in a page is edited, and when pages come', async () => {
  const seen: string[] = [];
  const list = liveQuery(() => database.records.where('[stop+kind]').equals(['p3', 'note']).toArray());
  const watching = list.subscribe((rows) => {
    const row = rows.find(({ id }) => id === nameOf(10));
    seen.push(row ? shownText(openState(plainSeal, row.sealed), 'text') : `${rows.length}`);
  });
  await expect.poll(() => seen.at(-1)).toBe('记录 10');
  await write(nameOf(10), '改过');
  await expect.poll(() => seen.at(-1)).toBe('改过');
  await database.records.clear();
  await expect.poll(() => seen.at(-1)).toBe('0');
  await pull(many);
  await expect.poll(() => seen.at(-1)).toBe('记录 10');
  watching.unsubscribe();
});

it('takes an edited record out of its page, and leaves the others there', async () => {
  await write(nameOf(10), '改过');
  expect(await textOf(nameOf(10))).toBe('改过');
  expect(await textOf(nameOf(11))).toBe('记录 11');
  expect(await database.recordPages.where('ids').equals(nameOf(10)).count()).toBe(0);
  expect(await database.records.count()).toBe(many);
  expect(await check()).toEqual({ ok: true, value: 'whole' });
});

async function damagePage(damage: (page: RecordPage) => RecordPage | null): Promise<void> {
  const page = await database.recordPages.toCollection().first();
  if (!page) throw new Error('there is no page');
  const damaged = damage(page);
  await database.recordPages.delete(page.id);
  if (damaged) await database.recordPages.put(damaged);
}

const changed = ({ rows }: RecordPage) => [
  ...rows.slice(1),
  { ...(rows[0] as (typeof rows)[0]), stop: 'p9' },
];

it.each([
  ['is gone', () => null],
  ['lacks a record', ({ rows }: RecordPage) => pageOf(rows.slice(1))],
  ['has another record in its place', (page: RecordPage) => pageOf(changed(page))],
  ['names a record that it does not have', (page: RecordPage) => ({ ...page, rows: page.rows.slice(1) })],
  ['says another stop of its records', (page: RecordPage) => ({ ...page, stops: [['p9', 'note']] })],
])('notices that a page %s, and makes it again from the journal', async (_what, damage) => {
  await damagePage(damage);
  expect(await check()).toEqual({ ok: true, value: 'damaged' });
  expect(await recover(database, plainSeal)).toMatchObject({ value: { recovered: many } });
  expect(await database.records.count()).toBe(many);
  expect(await textOf(nameOf(10))).toBe('记录 10');
  expect(await check()).toEqual({ ok: true, value: 'whole' });
});

it('notices a record in two places: the twin of an edit that leaves the old one in its page', async () => {
  const row = await database.records.get(nameOf(10));
  await new Promise((resolve) => {
    const store = database.backendDB().transaction('records', 'readwrite').objectStore('records');
    store.put(row).addEventListener('success', resolve);
  });
  expect(await check()).toEqual({ ok: true, value: 'damaged' });
});

it('leaves nothing of a scope that goes, and writes no page for each of its records', async () => {
  const { put } = IDBObjectStore.prototype;
  let written = 0;
  IDBObjectStore.prototype.put = function counted(...args) {
    if (this.name === 'recordPages') written += 1;
    return put.apply(this, args);
  };
  try {
    await database.records.bulkDelete(Array.from({ length: many - 1 }, (_, n) => nameOf(n)));
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect(written).toBeLessThanOrEqual(1);
  expect((await database.recordPages.toArray()).flatMap(({ ids }) => ids)).toEqual([nameOf(many - 1)]);
});

it('what is counted by an index reads no page a second time, only those that an edit made anew', async () => {
  const stops = () =>
    database.records
      .where('[tour+kind+deleted+stop]')
      .between(['t1', 'note', 0, ''], ['t1', 'note', 0, '\uffff']);
  const counted = await stops().keys();
  const read = vi.spyOn(IDBObjectStore.prototype, 'get');
  const pagesRead = () =>
    read.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'recordPages').length;
  expect(await stops().keys()).toEqual(counted);
  expect(pagesRead()).toBe(0);
  await write('n0001', '改过');
  read.mockClear();
  expect(await stops().keys()).toEqual(counted);
  expect(pagesRead()).toBe(1);
  read.mockRestore();
});

it('what comes last is found as well where the browser cannot ask for keys from the end', async () => {
  const last = async () => {
    const rows = database.records.where('id').below('n0400').limit(7);
    rows.reverse();
    return rows.primaryKeys();
  };
  const found = await last();
  const can = Object.getOwnPropertyDescriptor(IDBIndex.prototype, 'getAllRecords');
  Reflect.deleteProperty(IDBIndex.prototype, 'getAllRecords');
  const asked = vi.spyOn(IDBIndex.prototype, 'getAllKeys');
  expect(await last()).toEqual(found);
  expect(found).toEqual(Array.from({ length: 7 }, (_, n) => nameOf(399 - n)));
  expect(asked.mock.calls.every(([query]) => query instanceof IDBKeyRange)).toBe(true);
  asked.mockRestore();
  if (can) Object.defineProperty(IDBIndex.prototype, 'getAllRecords', can);
});

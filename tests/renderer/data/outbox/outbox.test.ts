import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '../../../../shared/changes/change';
import { plainSeal } from '../../../../shared/sealing/seal';
import { type Database, openDatabase } from '../../../../renderer/data/database';
import { readQueue } from '../../../../renderer/data/laptop-store';
import { changesInRow } from '../../../../renderer/data/outbox/changes-in-row';
import { countUnsent } from '../../../../renderer/data/outbox/count-unsent';
import { enqueue } from '../../../../renderer/data/outbox/enqueue';
import { readOldest } from '../../../../renderer/data/outbox/read-oldest';
import { takeFromOutbox } from '../../../../renderer/data/outbox/take-from-outbox';
import { sealJson } from '../../../../renderer/data/sealed-json';
import { tallyOf } from '../../../../renderer/data/tally';

let database: Database;
let opened = 0;

beforeEach(async () => {
  database = openDatabase(`outbox-${(opened += 1)}`);
  await database.open();
  const progress = { generation: 'g', sequence: 0, epoch: null, cursors: {}, lastContact: null };
  await database.progress.put({ key: 'progress', ...progress, tally: 0, unsent: 0 });
});
afterEach(async () => {
  database.close();
  await database.delete();
});

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `c${from + index}`);
const inTransaction = <T>(act: () => Promise<T>) => database.transaction('rw', database.tables, act);

function change(id: string, text = ''): Change {
  const fields = { text: { value: text, replaces: [] } };
  return { id, scope: 't1', kind: 'note', record: `r-${id}`, author: '', device: 'd', at: '', fields };
}

/** Many that came together, or one after the other. */
async function fill(count: number, text = '', together = count): Promise<void> {
  const changes = ids(0, count).map((id) => change(id, text));
  const sequences = new Map(changes.map(({ id }, at) => [id, at + 1]));
  for (let from = 0; from < count; from += together) {
    const some = changes.slice(from, from + together);
    await inTransaction(async () => enqueue(database, plainSeal, some, sequences));
  }
}

async function take(gone: readonly string[]): Promise<readonly string[]> {
  await inTransaction(async () => takeFromOutbox(database, gone));
  const rows = await database.outbox.orderBy('order').toArray();
  const progress = await database.progress.get('progress');
  expect(progress).toMatchObject({ tally: tallyOf(rows), unsent: rows.flatMap((row) => row.ids).length });
  expect(rows.map((row) => changesInRow(plainSeal, row).map(({ id }) => id))).toEqual(
    rows.map((row) => row.ids),
  );
  return rows.flatMap((row) => row.ids);
}

const read = async (most: number, bytes: number) => {
  const { rows, isFull } = await readOldest(database, most, bytes);
  return { ids: rows.flatMap((row) => row.ids), isFull };
};

it.each([1, 7, 350])(
  'reads the oldest in the order in which they were made, which came %i at a time',
  async (together) => {
    await fill(350, '', together);
    const batch = await read(320, 1 << 20);
    expect(batch).toEqual({ ids: ids(0, batch.ids.length), isFull: true });
    expect(batch.ids.length).toBeGreaterThan(300);
    expect(batch.ids.length).toBeLessThanOrEqual(320);
    expect(await read(2000, 1 << 20)).toEqual({ ids: ids(0, 350), isFull: false });
  },
);

it('begins no row beyond the bytes, and reads at least one', async () => {
  await fill(200, '一'.repeat(300), 1);
  const { sealed } = (await database.outbox.orderBy('order').first()) ?? never();
  const most = await read(2000, sealed.byteLength * 150);
  expect(most).toEqual({ ids: ids(0, 150), isFull: true });
  expect(await read(2000, 1)).toEqual({ ids: ['c0'], isFull: true });
});

it('keeps what came together in few rows, and long texts in rows of their own', async () => {
  await fill(200);
  expect(await database.outbox.count()).toBe(10);
  await take(ids(0, 200));
  await fill(40, '长'.repeat(15_000));
  expect(await database.outbox.count()).toBe(40);
});

it('puts nothing there twice', async () => {
  await fill(30);
  await fill(50);
  expect(await countUnsent(database)).toBe(50);
  expect(await take([])).toEqual(ids(0, 50));
});

it.each([1, 4, 10])(
  'takes out exactly what it is told, from the beginning, from the middle, and what is not there: %i in a row',
  async (together) => {
    await fill(10, '', together);
    expect(await take(['c1', 'c0'])).toEqual(ids(2, 10));
    expect(await take(['c3', 'c9', 'c5'])).toEqual(['c2', 'c4', 'c6', 'c7', 'c8']);
    expect(await take(['c2', 'never'])).toEqual(['c4', 'c6', 'c7', 'c8']);
    expect(await take(['c4', 'c6', 'c7', 'c8', 'never'])).toEqual([]);
    expect(await take(['c1'])).toEqual([]);
  },
);

it('takes a full row out one by one, and what is left stays where it was', async () => {
  await fill(60);
  const gone = ids(20, 40).filter((_, at) => at !== 7);
  for (const [at, id] of gone.entries())
    expect(await take([id])).toEqual(ids(0, 60).filter((each) => !gone.slice(0, at + 1).includes(each)));
});

it('says of each where the journal has it, also when those before it went', async () => {
  await fill(5);
  await take(['c0', 'c3']);
  const { changes } = await readQueue(database, plainSeal, 500);
  expect(changes.map(({ id, record, sequence, body }) => [id, record, sequence, body().id])).toEqual(
    [1, 2, 4].map((n) => [`c${n}`, `r-c${n}`, n + 1, `c${n}`]),
  );
});

it('reads what was left of a row and not what it kept of it from before', async () => {
  await fill(40);
  await read(500, 1 << 20);
  await take(['c1']);
  expect((await read(500, 1 << 20)).ids).toEqual(['c0', ...ids(2, 40)]);
});

it('takes over what an older Xunji left to be sent', async () => {
  database.close();
  await database.delete();
  const older = new Dexie(database.name);
  older.version(8).stores({ outbox: '++order, &id, record', progress: 'key' });
  const rows = ids(0, 3).map((id, at) => ({
    id,
    record: `r-${id}`,
    sealed: sealJson(plainSeal, change(id)),
    ...(at > 0 && { sequence: at }),
  }));
  await older.table('outbox').bulkAdd(rows);
  // As that one kept them: a row was its id, its record, and what it holds.
  const tally = rows.reduce(
    (sum, { id, record, sealed }) => sum ^ fnv(sealed, fnv(textOf(`${id}\n${record}`))),
    0,
  );
  const kept = { generation: 'g', sequence: 0, epoch: null, cursors: {}, lastContact: null };
  await older.table('progress').add({ key: 'progress', ...kept, tally, unsent: 3 });
  older.close();
  database = openDatabase(database.name);
  await database.open();
  const { changes } = await readQueue(database, plainSeal, 500);
  expect(changes.map(({ id, record, sequence, body }) => [id, record, sequence, body()])).toEqual(
    ids(0, 3).map((id, at) => [id, `r-${id}`, at > 0 ? at : undefined, change(id)]),
  );
  // The fingerprint and the count that it left hold for what was made of them, now and when one goes.
  expect(await database.progress.get('progress')).toMatchObject({ tally, unsent: 3 });
  expect(await take([])).toEqual(ids(0, 3));
  expect(await take(['c1'])).toEqual(['c0', 'c2']);
  expect(await countUnsent(database)).toBe(2);
});

function textOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** FNV-1a, as versions 1 to 8 had it. */
function fnv(bytes: Uint8Array, seed = 0x811c9dc5): number {
  let sum = seed;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum;
}

function never(): never {
  throw new Error('the outbox is empty');
}

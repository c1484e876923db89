import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { readOldest } from '../../../renderer/data/read-oldest';
import { takeFromOutbox } from '../../../renderer/data/take-from-outbox';

let database: Database;
let opened = 0;

beforeEach(async () => {
  database = openDatabase(`outbox-${(opened += 1)}`);
  await database.open();
});
afterEach(async () => {
  database.close();
  await database.delete();
});

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `c${from + index}`);

async function fill(count: number, bytes = 10): Promise<void> {
  await database.outbox.bulkAdd(
    ids(0, count).map((id) => ({ id, record: 'r1', sealed: new Uint8Array(bytes) })),
  );
}

async function take(gone: readonly string[]): Promise<readonly string[]> {
  await database.transaction('rw', database.tables, () => takeFromOutbox(database, gone));
  return (await database.outbox.orderBy('order').toArray()).map((row) => row.id);
}

it('reads the oldest in the order in which they were made, over several pages', async () => {
  await fill(350);
  const { rows, isFull } = await readOldest(database, 320, 1 << 20);
  expect(rows.map((row) => row.id)).toEqual(ids(0, 320));
  expect(isFull).toBe(true);
  expect(await readOldest(database, 2000, 1 << 20)).toMatchObject({ isFull: false, rows: { length: 350 } });
});

it('begins no row beyond the bytes, and reads at least one', async () => {
  await fill(200, 1000);
  expect(await readOldest(database, 2000, 150_000)).toMatchObject({ isFull: true, rows: { length: 150 } });
  expect(await readOldest(database, 2000, 1)).toMatchObject({ isFull: true, rows: { length: 1 } });
});

it('takes out exactly what it is told, from the beginning, from the middle, and what is not there', async () => {
  await fill(10);
  expect(await take(['c1', 'c0'])).toEqual(ids(2, 10));
  expect(await take(['c3', 'c9', 'c5'])).toEqual(['c2', 'c4', 'c6', 'c7', 'c8']);
  expect(await take(['c2', 'never'])).toEqual(['c4', 'c6', 'c7', 'c8']);
  expect(await take(['c4', 'c6', 'c7', 'c8', 'never'])).toEqual([]);
  expect(await take(['c1'])).toEqual([]);
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { transferSettingsSchema } from '../../../shared/protocol/transfers';
import { plainSeal } from '../../../shared/sealing/seal';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { checkBehind, recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { startSyncLoop } from '../../../renderer/data/sync-loop';
import { memoryBridge } from './memory-bridge';

let database: Database;
let bridge: ReturnType<typeof memoryBridge>;
let opened = 0;

const author = {
  name: '周敏',
  device: 'device-1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const stops = (tour: string, count: number) =>
  save(
    database,
    plainSeal,
    author,
    Array.from({ length: count }, (_, n) => ({
      kind: 'stop' as const,
      id: `${tour}-${n}`,
      tour,
      values: { tour, spot: `第 ${n} 站` },
    })),
  );
const stopsOf = (tour: string) => database.records.where('[tour+kind]').equals([tour, 'stop']).count();
const loopOf = () =>
  startSyncLoop(
    database,
    plainSeal,
    oneAtATime(),
    () => 'now',
    () => transferSettingsSchema.parse({}),
  );
/** A loop that is told while it runs goes round again after most of a second. */
const patience = { timeout: 10_000 };

beforeEach(async () => {
  bridge = memoryBridge();
  database = openDatabase(`sync-loop-${(opened += 1)}`);
  await recover(database, plainSeal);
  bridge.views = { t1: 'whole', t2: 'whole' };
});
afterEach(async () => {
  database.close();
  await database.delete();
});

it('asks before much goes of what it may no longer read, and removes it once a person has agreed', async () => {
  await stops('t1', 30);
  await stops('t2', 5);
  const loop = loopOf();
  await expect.poll(() => database.outbox.count(), patience).toBe(0);
  bridge.views = { t2: 'whole' };
  loop.now();
  await expect.poll(() => loop.removal.get(), patience).toEqual({ all: 35, lost: 30 });
  expect(await stopsOf('t1')).toBe(30);
  await loop.agreeToRemoval(['t2']);
  expect(await stopsOf('t1')).toBe(30);
  expect(loop.removal.get()).toEqual({ all: 35, lost: 30 });
  await loop.agreeToRemoval(['t1']);
  expect(loop.removal.get()).toBeNull();
  expect([await stopsOf('t1'), await stopsOf('t2')]).toEqual([0, 5]);
  expect(await checkBehind(database, plainSeal, () => Promise.resolve())).toMatchObject({ value: 'whole' });
});

it('asks nothing any more once it is given back', async () => {
  await stops('t1', 30);
  const loop = loopOf();
  await expect.poll(() => database.outbox.count(), patience).toBe(0);
  bridge.views = {};
  loop.now();
  await expect.poll(() => loop.removal.get(), patience).not.toBeNull();
  bridge.views = { t1: 'whole' };
  loop.now();
  await expect.poll(() => loop.removal.get(), patience).toBeNull();
  expect(await stopsOf('t1')).toBe(30);
});

it('removes a little at once, but nothing of which something is still unsent', async () => {
  await stops('t1', 2);
  await stops('t2', 38);
  const loop = loopOf();
  await expect.poll(() => database.outbox.count(), patience).toBe(0);
  bridge.views = { t2: 'whole' };
  bridge.loseReply = true;
  await stops('t1', 1);
  loop.now();
  await expect.poll(() => loop.stage.get().stage, patience).toBe('offline');
  expect(await stopsOf('t1')).toBe(2);
  loop.now();
  await expect.poll(() => stopsOf('t1'), patience).toBe(0);
  expect(loop.removal.get()).toBeNull();
  expect(bridge.log.filter(({ scope }) => scope === 't1')).toHaveLength(3);
});

it('names what main has in its journal instead of sending it over, and sends all of it once', async () => {
  await stops('t1', 1300);
  const saved = bridge.journal.map(({ change }) => change.id);
  bridge.named = 0;
  loopOf();
  await expect.poll(() => database.outbox.count(), patience).toBe(0);
  expect(bridge.log.map(({ id }) => id)).toEqual(saved);
  expect(bridge.named).toBe(1300);
  expect(bridge.exchanges.reduce((sum, { changes }) => sum + changes.length, 0)).toBe(1300);
});

it('sends over what main has not at its place', async () => {
  await stops('t1', 200);
  await database.outbox.toCollection().modify((row) => {
    Object.assign(row, { sequences: row.ids.map(() => 9000) });
  });
  loopOf();
  await expect.poll(() => database.outbox.count(), patience).toBe(0);
  expect(bridge.log.length).toBe(200);
});

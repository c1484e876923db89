import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAskAhead } from '../../../renderer/data/ask-ahead';
import type { BatchSize } from '../../../shared/sync/batch-size';
import type { Database } from '../../../renderer/data/database';
import { exchangeOnce } from '../../../renderer/data/exchange-once';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { recover } from '../../../renderer/data/recover';
import { makeChange } from '../../../shared/changes/make-change';
import { plainSeal } from '../../../shared/sealing/seal';
import { author } from './author';
import { drop, openFresh } from './fresh-database';
import type { MemoryBridge } from './memory-bridge';

const count = 1000;

/** As it is over a line that is quick. */
const batch: BatchSize = { most: () => 150, page: () => 1 << 20, isQuick: () => true, note: () => undefined };

let database: Database;
let bridge: MemoryBridge;

beforeEach(async () => {
  ({ bridge, database } = await openFresh());
  for (let n = 0; n < count; n += 1) {
    const target = { kind: 'note' as const, record: `n${n}`, tour: 't1' };
    const change = makeChange(author, target, undefined, { tour: 't1', stop: 'p1', text: `第 ${n} 条` });
    bridge.journal.push({ sequence: n + 1, origin: 'local', change });
  }
  await recover(database, plainSeal);
});
afterEach(() => drop(database));

/** Rounds until nothing is left to send, at most so many. */
async function sendAll(most = 20): Promise<void> {
  const [ahead, queue] = [createAskAhead(), oneAtATime()];
  for (let round = 0; round < most; round += 1) {
    const outcome = await exchangeOnce(database, plainSeal, queue, () => 'now', batch, ahead);
    if (outcome.ok && !outcome.value.more) return;
  }
  throw new Error('it does not end');
}

const sizes = () => bridge.exchanges.map(({ changes }) => changes.length);
const handedIn = () => bridge.exchanges.filter(({ behind }) => behind !== undefined);
const arrived = () => bridge.log.map(({ record }) => record);
const typed = Array.from({ length: count }, (_, n) => `n${n}`);

it('hands in the next batch before the last one is answered, each change once and in its order', async () => {
  await sendAll();
  expect(arrived()).toEqual(typed);
  expect(await database.outbox.count()).toBe(0);
  expect(handedIn().length).toBeGreaterThan(1);
  expect(sizes().reduce((sum, size) => sum + size, 0)).toBe(count);
  expect((await database.progress.get('progress'))?.cursors).toEqual({ all: count });
  expect(bridge.cameBack).toBe(0);
});

it('asks again, in order, where what was handed in ahead came first', async () => {
  bridge.overtakes = true;
  await sendAll();
  expect(arrived()).toEqual(typed);
  expect(await database.outbox.count()).toBe(0);
  expect(await database.refused.count()).toBe(0);
});

it('sets aside what is refused of a batch that was handed in ahead', async () => {
  bridge.refuse.add('n200');
  await sendAll();
  expect(arrived()).toEqual(typed.filter((record) => record !== 'n200'));
  expect((await database.refused.toArray()).map(({ record }) => record)).toEqual(['n200']);
});

it('has everything in the log once where a reply is lost', async () => {
  bridge.loseReply = true;
  await sendAll();
  expect(arrived()).toEqual(typed);
  expect(await database.outbox.count()).toBe(0);
});

it('reads on after the last batch: what others did meanwhile is there', async () => {
  const own = bridge.journal[0]?.change;
  if (!own) throw new Error('the journal is empty');
  bridge.log.push({ ...own, id: 'other-1', record: 'of-others' });
  await sendAll();
  expect(await database.records.get('of-others')).toBeDefined();
});

it('hands in nothing more ahead where others write in between: at most what is under way comes back', async () => {
  const own = bridge.journal[0]?.change;
  if (!own) throw new Error('the journal is empty');
  let others = 0;
  bridge.beforeTaking = () => {
    others += 1;
    bridge.log.push({ ...own, id: `other-${others}`, record: `of-others-${others}` });
  };
  await sendAll();
  expect(bridge.cameBack).toBeLessThanOrEqual(2 * batch.most());
  expect(handedIn().length).toBeLessThanOrEqual(2);
  expect(new Set(arrived().filter((record) => record.startsWith('n')))).toEqual(new Set(typed));
  expect(await database.records.get('of-others-1')).toBeDefined();
});

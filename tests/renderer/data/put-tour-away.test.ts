import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainSeal } from '../../../shared/sealing/seal';
import { transferSettingsSchema } from '../../../shared/protocol/transfers';
import type { Database } from '../../../renderer/data/database';
import type { AwayTour } from '../../../renderer/data/keep-progress';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { putTourAway } from '../../../renderer/data/put-tour-away';
import { save } from '../../../renderer/data/save';
import { openJson } from '../../../renderer/data/sealed-json';
import { startSyncLoop } from '../../../renderer/data/sync-loop';
import { author } from './author';
import { drop, openFresh } from './fresh-database';
import type { MemoryBridge } from './memory-bridge';

let database: Database;
let bridge: MemoryBridge;

const sha256 = 'ab'.repeat(32);

beforeEach(async () => {
  ({ bridge, database } = await openFresh());
  bridge.views = { t1: 'whole', t2: 'whole' };
  bridge.heads = { t1: 3, t2: 1 };
});
afterEach(() => drop(database));

it('takes a tour off once the server has all of it, file by file, and leaves its title', async () => {
  const date = { asWritten: '2024年5月', from: null, to: null, basis: '' };
  const values = { title: '示例活动', date };
  const file = { tour: 't1', sha256, name: '塔吊.jpg', mime: 'image/jpeg', size: 3 };
  await save(database, plainSeal, author, [
    { kind: 'tour', id: 't1', tour: 't1', values },
    { kind: 'note', id: 'n1', tour: 't1', values: { tour: 't1', text: '塔吊未验收' } },
    { kind: 'attachment', id: 'a1', tour: 't1', values: file },
    { kind: 'note', id: 'n2', tour: 't2', values: { tour: 't2', text: '留下的' } },
  ]);
  const queue = oneAtATime();
  const settings = transferSettingsSchema.parse({ paused: true });
  const { exchangeNow } = startSyncLoop(
    database,
    plainSeal,
    queue,
    () => 'now',
    () => settings,
  );
  const putAway = () => putTourAway({ database, seal: plainSeal, queue, exchangeNow }, 't1');
  const left = async () => (await database.records.orderBy('id').primaryKeys()).join();

  // Its file was not sent; then the server has lost it, whatever this laptop remembers.
  expect(await putAway()).toMatchObject({ ok: false, problem: { code: 'tour.onlyHere' } });
  await database.files.update(sha256, { state: 'settled' });
  expect(await putAway()).toMatchObject({ ok: false, problem: { code: 'tour.onlyHere' } });
  expect((await database.files.get(sha256))?.state).toBe('toSend');
  bridge.known.add(sha256);
  await database.files.update(sha256, { state: 'settled' });
  // No word of the server, nothing goes.
  bridge.loseReply = true;
  expect(await putAway()).toMatchObject({ ok: false, problem: { code: 'server.unreachable' } });
  expect(await left()).toBe('a1,n1,n2,t1');

  expect(await putAway()).toEqual({ ok: true, value: null });
  expect(await left()).toBe('n2');
  expect(bridge.journal.map(({ change }) => change.scope)).toEqual(['t2']);
  expect(await database.files.count()).toBe(0);
  const [away] = (await database.progress.get('progress'))?.away ?? [];
  const told: AwayTour = { title: '示例活动', date: '2024年5月' };
  expect(away && openJson(plainSeal, away.sealed)).toEqual(told);
  await exchangeNow();
  expect(bridge.exchanges.at(-1)?.away).toEqual(['t1']);
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainSeal } from '../../../shared/sealing/seal';
import type { Database } from '../../../renderer/data/database';
import { dropFromOwnHub } from '../../../renderer/data/drop-from-own-hub';
import { heldByOwnHub } from '../../../renderer/data/held-by-own-hub';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { save } from '../../../renderer/data/save';
import { shareTours } from '../../../renderer/data/share-tours';
import { succeed } from '../../../shared/outcome';
import { exchangeWithHub } from '../../../shared/sync/exchange-with-hub';
import { author } from './author';
import { drop, openFresh } from './fresh-database';
import type { MemoryBridge } from './memory-bridge';

let database: Database;
let bridge: MemoryBridge;

beforeEach(async () => {
  ({ bridge, database } = await openFresh());
});
afterEach(() => drop(database));

const sha256 = 'cd'.repeat(32);
const whole = 'whole';

it('what was taken away, put away or unticked is lent no more and dropped once all of it is here; the rest stays', async () => {
  const store = laptopStoreOn(database, plainSeal);
  const views = { office: whole, lost: whole, kept: whole, unticked: whole };
  const cursors = { office: 9, lost: 4, kept: 5, unticked: 6 };
  const progress = { epoch: 'hub-1', cursors, views, handed: 3, lastContact: 'now', isWhole: true } as const;
  await store.commit({
    progress: { views: { kept: whole, lost: whole }, lost: ['lost', 'elsewhere'] },
    hub: { progress, given: [], got: [] },
  });
  await database.hubFiles.put({ sha256 });
  const round = () => dropFromOwnHub(database, store, oneAtATime());
  const held = () => heldByOwnHub(database, plainSeal, ['lost', 'elsewhere']);
  // Without a hub of its own nothing is asked, and nothing waits for it.
  expect(await held()).toEqual([]);

  bridge.ownHub = { tours: ['lost', 'kept'], holds: { lost: 5, unticked: 6 } };
  expect(await held()).toEqual(['lost']);
  expect(await round()).toBe(true);
  expect(bridge.ownHub.tours).toEqual(['kept']);
  expect(bridge.drops).toEqual([
    { tour: 'lost', upTo: 4, lacking: [sha256] },
    { tour: 'unticked', upTo: 6, lacking: [sha256] },
  ]);
  // Of the lost tour the hub has something that is not here yet; what went is offered again should it be lent again.
  expect((await store.readHub()).views).toEqual({ office: whole, lost: whole, kept: whole });
  expect((await store.readHub()).cursors).toEqual({ office: 9, lost: 4, kept: 5 });
  expect(await held()).toEqual(['lost']);
  // Then a file of it that is not here.
  bridge.ownHub = { tours: ['kept'], holds: { lost: 4 }, files: { lost: [sha256] } };
  expect(await round()).toBe(false);
  expect(await held()).toEqual(['lost']);
  await database.hubFiles.clear();
  expect(await round()).toBe(true);
  expect(await held()).toEqual([]);
  expect(await round()).toBe(false);
  expect(bridge.drops.map(({ tour }) => tour)).toEqual(['lost', 'unticked', 'lost', 'lost']);
});

it('drops nothing while it may have passed over what it was not to have, nor what was ticked since', async () => {
  const store = laptopStoreOn(database, plainSeal);
  const progress = {
    epoch: 'hub-1',
    cursors: { t1: 4 },
    views: { t1: whole },
    handed: 0,
    lastContact: 'now',
  };
  await store.commit({ progress: { lost: ['t1'] }, hub: { progress, given: [], got: [] } });
  bridge.ownHub = { tours: [], holds: { t1: 4 } };
  expect(await dropFromOwnHub(database, store, oneAtATime())).toBe(false);
  await store.commit({
    progress: { lost: [] },
    hub: { progress: { ...progress, isWhole: true }, given: [], got: [] },
  });
  bridge.ownHub = { tours: ['t1'], holds: { t1: 4 } };
  expect(await dropFromOwnHub(database, store, oneAtATime())).toBe(false);
  expect([bridge.drops, bridge.ownHub.tours]).toEqual([[], ['t1']]);
});

it('a tour waits for a file that only its own hub has, also while that is switched off', async () => {
  const store = laptopStoreOn(database, plainSeal);
  await save(database, plainSeal, author, [
    { kind: 'attachment', id: 'a1', tour: 't1', values: { tour: 't1', sha256, size: 1, mime: 'image/jpeg' } },
  ]);
  await database.files.update(sha256, { state: 'toFetch' });
  await database.hubFiles.put({ sha256 });
  const held = () => heldByOwnHub(database, plainSeal, ['t1', 't2']);
  // Of another's hub it is not waited for.
  const progress = { epoch: 'hub-1', cursors: {}, views: { t1: whole }, handed: 0, lastContact: 'now' };
  await store.commit({ hub: { progress, given: [], got: [] } });
  expect(await held()).toEqual([]);
  await store.commit({ hub: { progress: { ...progress, isWhole: true }, given: [], got: [] } });
  expect(await held()).toEqual(['t1']);
  await database.files.update(sha256, { state: 'toSend' });
  expect(await held()).toEqual([]);
});

it('a tour that is ticked again after the answer to its drop was lost is offered as a whole', async () => {
  const store = laptopStoreOn(database, plainSeal);
  await save(database, plainSeal, author, [
    { kind: 'note', id: 'n1', tour: 't1', values: { text: '已经交给主机的话' } },
  ]);
  const views = { t1: whole };
  const progress = {
    epoch: 'hub-1',
    cursors: { t1: 4 },
    views,
    handed: 1,
    lastContact: 'now',
    isWhole: true,
  } as const;
  await store.commit({ hub: { progress, given: [], got: [] } });
  bridge.ownHub = { tours: [], holds: { t1: 4 } };
  bridge.losesDrop = true;
  expect(await dropFromOwnHub(database, store, oneAtATime())).toBe(false);
  const offered = async () => {
    const given: string[] = [];
    for (let more = true; more;) {
      const reply = {
        protocol: 2 as const,
        epoch: 'hub-1',
        newer: [],
        unread: [],
        cursors: { t1: 4 },
        views,
      };
      const exchanged = await exchangeWithHub(
        store,
        {
          ask: async ({ changes }) => {
            given.push(...changes.map(({ record }) => record));
            return succeed({ ...reply, settled: changes.map(({ id }) => id), refused: [], more: false });
          },
          queue: (task) => task(),
          now: () => 'now',
        },
        true,
      );
      more = exchanged.ok && exchanged.value.more;
    }
    return given;
  };
  // Ticked by the call alone, the hub would lend an empty tour.
  expect(await offered()).toEqual([]);
  expect(await shareTours(store, oneAtATime(), ['t1'])).toMatchObject({ ok: true });
  expect(bridge.ownHub.tours).toEqual(['t1']);
  expect(await offered()).toEqual(['n1']);
  // What was lent all the time is not offered once more.
  await shareTours(store, oneAtATime(), ['t1']);
  expect(await offered()).toEqual([]);
});

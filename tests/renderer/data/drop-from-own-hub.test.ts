import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainSeal } from '../../../shared/sealing/seal';
import type { Database } from '../../../renderer/data/database';
import { dropFromOwnHub } from '../../../renderer/data/drop-from-own-hub';
import { heldByOwnHub } from '../../../renderer/data/held-by-own-hub';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { save } from '../../../renderer/data/save';
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
  bridge.ownHub = { tours: ['kept'], holds: { lost: 4 } };
  expect(await round()).toBe(true);
  expect(await held()).toEqual([]);
  expect(await round()).toBe(false);
  expect(bridge.drops).toHaveLength(3);
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

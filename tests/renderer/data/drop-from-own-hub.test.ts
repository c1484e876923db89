import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainSeal } from '../../../shared/sealing/seal';
import type { Database } from '../../../renderer/data/database';
import { dropFromOwnHub } from '../../../renderer/data/drop-from-own-hub';
import { heldByOwnHub } from '../../../renderer/data/held-by-own-hub';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
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
  const progress = { epoch: 'hub-1', cursors, views, handed: 3, lastContact: 'now' };
  await store.commit({
    progress: { views: { kept: whole, lost: whole }, lost: ['lost', 'elsewhere'] },
    hub: { progress, given: [], got: [] },
  });
  await database.hubFiles.put({ sha256 });
  const round = (tours: readonly string[]) => dropFromOwnHub(database, store, oneAtATime(), tours);
  // Without a hub of its own nothing is asked, and nothing waits for it.
  expect(await heldByOwnHub(store)).toEqual([]);

  bridge.ownHub = { tours: ['lost', 'kept'], holds: { lost: 5, unticked: 6 } };
  expect(await heldByOwnHub(store)).toEqual(['lost']);
  expect(await round(['lost', 'kept'])).toBe(true);
  expect(bridge.ownHub.tours).toEqual(['kept']);
  expect(bridge.drops).toEqual([
    { tour: 'lost', upTo: 4, lacking: [sha256] },
    { tour: 'unticked', upTo: 6, lacking: [sha256] },
  ]);
  // Of the lost tour the hub has something that is not here yet; what went is offered again should it be lent again.
  expect((await store.readHub()).views).toEqual({ office: whole, lost: whole, kept: whole });
  expect((await store.readHub()).cursors).toEqual({ office: 9, lost: 4, kept: 5 });
  expect(await heldByOwnHub(store)).toEqual(['lost']);
  bridge.ownHub = { tours: ['kept'], holds: { lost: 4 } };
  expect(await round(['kept'])).toBe(true);
  expect(await heldByOwnHub(store)).toEqual([]);
  expect(await round(['kept'])).toBe(false);
  expect(bridge.drops).toHaveLength(3);
});

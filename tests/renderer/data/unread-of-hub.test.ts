import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AnyChange, Change } from '../../../shared/changes/change';
import { succeed } from '../../../shared/outcome';
import { plainSeal } from '../../../shared/sealing/seal';
import { exchangeWithHub } from '../../../shared/sync/exchange-with-hub';
import type { Database } from '../../../renderer/data/database';
import { exchangeOnce } from '../../../renderer/data/exchange-once';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { sealJson } from '../../../renderer/data/sealed-json';
import { author } from './author';
import { drop, openFresh } from './fresh-database';
import type { MemoryBridge } from './memory-bridge';

let database: Database;
let bridge: MemoryBridge;
beforeEach(async () => {
  ({ bridge, database } = await openFresh());
});
afterEach(() => drop(database));

/** Two exchanges: the first one learns which hub it is. */
async function bringOverHub(unread: AnyChange[]): Promise<void> {
  for (const _ of ['met', 'told'])
    await exchangeWithHub(laptopStoreOn(database, plainSeal), {
      ask: async ({ changes }) =>
        succeed({
          protocol: 2 as const,
          epoch: 'hub-1',
          views: { t1: 'whole' },
          cursors: { t1: 1 },
          settled: changes.map(({ id }) => id),
          refused: [],
          newer: [],
          unread,
          more: false,
        }),
      queue: (task) => task(),
      now: () => 'now',
    });
}

it('what came from a hub and was not understood is sent to the central server once an update reads it', async () => {
  await save(database, plainSeal, author, [
    { kind: 'note', id: 'n1', tour: 't1', values: { tour: 't1', stop: 'p1', text: '我的' } },
  ]);
  const [own] = bridge.journal.map(({ change }) => change);
  if (!own) throw new Error('nothing was written');
  const sha256 = { value: 'ab'.repeat(32), replaces: [] };
  const photo: Change = { ...own, id: 'of-hub', kind: 'attachment', record: 'a1', fields: { sha256 } };
  await bringOverHub([{ ...photo, kind: 'drone', flight: 7 }]);
  expect(await database.unread.toArray()).toMatchObject([{ id: 'of-hub', isOfHub: true }]);
  // The update: what it says is understood now.
  await database.unread.update('of-hub', { sealed: sealJson(plainSeal, photo) });
  expect((await recover(database, plainSeal)).ok).toBe(true);
  expect(await database.unread.count()).toBe(0);
  expect(bridge.journal.map(({ origin, change }) => [origin, change.id])).toContainEqual(['local', 'of-hub']);
  // Its file is at the hub and not here.
  expect(await database.files.toArray()).toMatchObject([{ sha256: sha256.value, state: 'toFetch' }]);
  expect(await database.hubFiles.toArray()).toEqual([{ sha256: sha256.value }]);
  await exchangeOnce(database, plainSeal, oneAtATime(), () => 'now');
  expect(bridge.log.map(({ id }) => id)).toEqual([own.id, 'of-hub']);
});

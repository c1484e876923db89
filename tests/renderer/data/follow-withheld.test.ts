import { afterEach, beforeEach, expect, it } from 'vitest';
import { followWithheld } from '../../../renderer/data/bundles/follow-withheld';
import type { Database } from '../../../renderer/data/database';
import { exchangeOnce } from '../../../renderer/data/exchange-once';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { unsentOfDevice } from '../../../renderer/data/outbox/unsent-of-device';
import { recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { succeed } from '../../../shared/outcome';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';
import { exchangeWithHub } from '../../../shared/sync/exchange-with-hub';
import { startOver } from '../../../shared/sync/start-over';
import { author } from './author';
import { dropWhole, openFresh } from './fresh-database';
import type { MemoryBridge } from './memory-bridge';

let database: Database;
let bridge: MemoryBridge;

beforeEach(async () => {
  ({ bridge, database } = await openFresh());
});
afterEach(() => dropWhole(database));

const why = problem('bundle.writerRevoked');
const waiting = async () => (await database.outbox.orderBy('order').toArray()).flatMap(({ ids }) => ids);
const refused = async () =>
  (await database.refused.toArray()).map(({ id, problem: said }) => [id, said.code]);
const write = (...ids: readonly string[]) =>
  save(
    database,
    plainSeal,
    author,
    ids.map((id) => ({ kind: 'note' as const, id, tour: 't1', values: { text: id } })),
  );

/** What a hub that carries the tour is given. */
async function givenToHub(): Promise<readonly string[]> {
  const given: string[] = [];
  const reply = { protocol: 2 as const, epoch: 'hub-1', refused: [], newer: [], unread: [], more: false };
  for (let more = true; more;) {
    const exchanged = await exchangeWithHub(laptopStoreOn(database, plainSeal), {
      ask: async ({ changes }) => {
        given.push(...changes.map(({ id }) => id));
        const settled = changes.map(({ id }) => id);
        return succeed({ ...reply, settled, views: { t1: 'whole' }, cursors: { t1: 0 } });
      },
      queue: (task) => task(),
      now: () => 'now',
    });
    more = exchanged.ok && exchanged.value.more;
  }
  return given;
}

it('what main holds leaves the outbox with its reason; let go, it waits again and reaches a hub that had passed it over', async () => {
  await write('n1', 'n2');
  const [one = '', other = ''] = bridge.journal.map(({ change }) => change.id);
  let version: number | null = null;
  const follow = async () => {
    const followed = await followWithheld(database, plainSeal, oneAtATime(), version);
    version = followed.ok ? followed.value : version;
  };
  await follow();
  bridge.withheld.set(one, why);
  bridge.withheldVersion += 1;
  expect(await givenToHub()).toEqual([other]);
  await follow();
  expect([await waiting(), await refused()]).toEqual([[other], [[one, why.code]]]);
  expect(await givenToHub()).toEqual([]);
  // A later word stands behind it.
  await write('n3');
  const last = bridge.journal.at(-1)?.change.id ?? '';
  bridge.letGo([one]);
  await follow();
  expect([await waiting(), await refused()]).toEqual([[other, last, one], []]);
  expect(await givenToHub()).toEqual([last, one]);
  // For another database of the server it goes where it came, before what may have been typed upon it.
  await startOver(laptopStoreOn(database, plainSeal), 'epoch-2');
  expect(await waiting()).toEqual([one, other, last]);
  // A database that is made again reads that it was let go.
  database.close();
  await database.delete();
  await recover(database, plainSeal);
  expect([await waiting(), await refused()]).toEqual([[one, other, last], []]);
});

it('of a laptop that is revoked what it typed and waits here is found, whatever it was sent along with', async () => {
  await write('n1');
  const [own] = bridge.journal.map(({ change }) => change);
  if (!own) throw new Error('nothing was written');
  const theirs = { ...own, id: 'theirs', record: 'n9', device: 'laptop-a' };
  await laptopStoreOn(database, plainSeal).commit({ merge: { local: [own, theirs] } });
  expect(await unsentOfDevice(database, plainSeal, 'laptop-a')).toEqual([theirs.id]);
});

it('what was held, or refused, and comes from the server by another road is refused no more', async () => {
  await write('n1', 'n2');
  const [one = '', other = ''] = bridge.journal.map(({ change }) => change.id);
  for (const id of [one, other]) bridge.withheld.set(id, why);
  await followWithheld(database, plainSeal, oneAtATime(), null);
  expect(await refused()).toHaveLength(2);
  bridge.log.push(...bridge.journal.flatMap(({ change }) => (change.id === one ? change : [])));
  await exchangeOnce(database, plainSeal, oneAtATime(), () => 'now');
  expect([await refused(), await waiting()]).toEqual([[[other, why.code]], []]);
});

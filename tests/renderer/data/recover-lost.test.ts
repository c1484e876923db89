import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { exchangeOnce } from '../../../renderer/data/exchange-once';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { plainSeal } from '../../../shared/sealing/seal';
import { removeLost } from '../../../shared/sync/remove-lost';
import { author } from './author';
import { dropWhole } from './fresh-database';
import { memoryBridge } from './memory-bridge';

let database: Database;
let bridge: ReturnType<typeof memoryBridge>;
let opened = 0;

const store = () => laptopStoreOn(database, plainSeal);
const exchange = async () => {
  const done = await exchangeOnce(database, plainSeal, oneAtATime(), () => 'now');
  return done.ok ? done.value.lost : done;
};
const note = (tour: string) =>
  save(database, plainSeal, author, [
    { kind: 'note', id: `of-${tour}`, tour, values: { tour, text: '厂区东侧道路未硬化' } },
  ]);
const idsHere = async () => (await database.records.toArray()).map(({ id }) => id).sort();

/** One tour of which the server has told, and one that no server has heard of. */
beforeEach(async () => {
  bridge = memoryBridge();
  database = openDatabase(`recover-lost-${(opened += 1)}-${Date.now()}`);
  await recover(database, plainSeal);
  bridge.views = { t1: 'whole' };
  await note('t1');
  await exchange();
  await exchange();
});
afterEach(() => dropWhole(database));

async function startAgain(): Promise<void> {
  database.close();
  database = openDatabase(database.name);
  expect(await recover(database, plainSeal)).toMatchObject({ ok: true });
}

/** What a start finds: rows that were noted as damaged, no database at all, or another journal than its own. */
const damages: Readonly<Record<string, () => Promise<unknown>>> = {
  'rows were damaged': () => database.progress.update('progress', { isDamaged: true }),
  'the database is gone': () => database.delete(),
  'the journal is another one': () => Promise.resolve((bridge.generation = 'journal-2')),
};

it.each(Object.entries(damages))(
  'a tour that was taken while the laptop was away goes, where %s meanwhile',
  async (_, damage) => {
    await note('t2');
    await damage();
    await startAgain();
    bridge.views = {};
    expect(await idsHere()).toEqual(['of-t1', 'of-t2']);
    expect(await exchange()).toEqual(['t1']);
    await removeLost(store(), ['t1']);
    expect(await idsHere()).toEqual(['of-t2']);
  },
);

it.each(Object.entries(damages))(
  'a tour that is lost and waits for a person goes on waiting, where %s meanwhile',
  async (_, damage) => {
    bridge.views = {};
    expect(await exchange()).toEqual(['t1']);
    await damage();
    await startAgain();
    expect(await exchange()).toEqual(['t1']);
    expect(await exchange()).toEqual(['t1']);
  },
);

it('a tour of which less is shown goes as a whole, where the database was lost meanwhile', async () => {
  await database.delete();
  await startAgain();
  bridge.views = { t1: 'team-a' };
  expect(await exchange()).toEqual(['t1']);
});

it.each(Object.entries(damages))(
  'another server, or a restored one, takes nothing away, where %s meanwhile',
  async (_, damage) => {
    await damage();
    await startAgain();
    Object.assign(bridge, { epoch: 'epoch-2', views: {} });
    bridge.log.splice(0);
    expect(await exchange()).toEqual([]);
    expect(await exchange()).toEqual([]);
    expect(await idsHere()).toEqual(['of-t1']);
    expect(bridge.log.map(({ record }) => record)).toEqual(['of-t1']);
  },
);

it('a database that knows nothing of what was shown keeps it for ever: this test finds it', async () => {
  await database.delete();
  bridge.shown = { epoch: null, views: {} };
  await startAgain();
  bridge.views = {};
  expect(await exchange()).toEqual([]);
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { exchangeOnce } from '../../../renderer/data/exchange-once';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { checkBehind, recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';
import { removeLost } from '../../../shared/sync/remove-lost';
import { memoryBridge } from './memory-bridge';

let database: Database;
let bridge: ReturnType<typeof memoryBridge>;

const sha256 = 'a'.repeat(64);
const author = {
  name: '周敏',
  device: 'device-1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const exchange = () => exchangeOnce(database, plainSeal, oneAtATime(), () => 'now');
const remove = () => removeLost(laptopStoreOn(database, plainSeal), ['t1']);
const fileStates = async () => (await database.files.toArray()).map(({ state }) => state);

/** A laptop with a note and a photo of a tour, all of it at the server, which the server then takes away. */
beforeEach(async () => {
  bridge = memoryBridge();
  database = openDatabase('remove-scopes');
  await recover(database, plainSeal);
  bridge.views = { t1: 'whole' };
  const photo = { tour: 't1', sha256, size: 3, mime: 'image/jpeg' };
  await save(database, plainSeal, author, [
    { kind: 'note', id: 'n1', tour: 't1', values: { tour: 't1', text: '一条' } },
    { kind: 'attachment', id: 'a1', tour: 't1', values: photo },
  ]);
  await exchange();
  await database.files.update(sha256, { state: 'settled' });
  bridge.views = {};
  await exchange();
});
afterEach(async () => {
  const checked = await checkBehind(database, plainSeal, () => Promise.resolve());
  if (!checked.ok || checked.value !== 'whole') throw new Error('the rows and their fingerprint disagree');
  database.close();
  await database.delete();
});

async function startAgain(): Promise<void> {
  bridge.stopsForgetting = null;
  database.close();
  database = openDatabase('remove-scopes');
  await recover(database, plainSeal);
}

it.each(['before', 'after'] as const)(
  'an original that may be gone is asked for again where the machine stopped %s it went, somebody typed on, and the tour was given back',
  async (step) => {
    bridge.stopsForgetting = step;
    await expect(remove()).rejects.toThrow('stopped');
    await startAgain();
    // Without a network: it is unsent, and holds the removal up.
    await save(database, plainSeal, author, [
      { kind: 'note', id: 'n1', tour: 't1', values: { text: '又一条' } },
    ]);
    await remove();
    bridge.views = { t1: 'whole' };
    await exchange();
    await exchange();
    expect((await laptopStoreOn(database, plainSeal).readProgress()).lost).toEqual([]);
    expect((await database.records.toArray()).map(({ id }) => id).sort()).toEqual(['a1', 'n1']);
    // It is known to be here once it was sent or fetched; until then nobody counts on it.
    expect(await fileStates()).toEqual(['toFetch']);
  },
);

it('where the disk forbids it, what may be gone is asked for as well; a removal that is done leaves nothing to ask for', async () => {
  bridge.journalProblem = problem('disk.full');
  await remove();
  expect(await fileStates()).toEqual(['toFetch']);
  bridge.journalProblem = null;
  await remove();
  expect(await fileStates()).toEqual([]);
  await startAgain();
  expect(await fileStates()).toEqual([]);
  expect(await database.records.count()).toBe(0);
});

import { Dexie, type IntervalTree, RangeSet } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { countUnsent } from '../../../renderer/data/outbox/count-unsent';
import { recover } from '../../../renderer/data/recover';
import { type Edit, save } from '../../../renderer/data/save';
import { saveWhole } from '../../../renderer/data/save-whole';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';
import { memoryBridge } from './memory-bridge';

let database: Database;
let bridge: ReturnType<typeof memoryBridge>;
let opened = 0;

const author = {
  name: '周敏',
  device: 'd1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const edits: readonly Edit[] = Array.from({ length: 650 }, (_, index) => ({
  kind: 'note',
  id: `n${index}`,
  tour: 't1',
  values: { tour: 't1', text: `第${index}条` },
}));
const count = () => database.records.count();

beforeEach(async () => {
  bridge = memoryBridge();
  database = openDatabase(`whole-${(opened += 1)}`);
  await recover(database, plainSeal);
});
afterEach(async () => {
  database.close();
  await database.delete();
});

/** As a window that is killed: the calls before it are answered, this one never is, and nothing runs on. */
function killAt(name: string, nth: number): Promise<void> {
  const { call } = window.xunji;
  let seen = 0;
  return new Promise((killed) => {
    const dying: typeof call = (asked, input) => {
      if (asked !== name || (seen += 1) < nth) return call(asked, input);
      Object.defineProperty(window, 'xunji', { configurable: true, value: { call } });
      killed();
      return new Promise(() => {});
    };
    Object.defineProperty(window, 'xunji', { configurable: true, value: { call: dying } });
  });
}

it('is all there or not at all where the window dies while it is gathered, at any slice', async () => {
  for (const nth of [1, 9, 17]) {
    const killed = killAt('imports.append', nth);
    void saveWhole(database, plainSeal, author, edits, () => {});
    await killed;
    await recover(database, plainSeal);
    expect(await count()).toBe(0);
    expect(bridge.journal).toHaveLength(0);
    bridge.gathered.splice(0);
  }
});

it('its twin: the same edits saved page by page leave half of them behind', async () => {
  const killed = killAt('journal.append', 2);
  void save(database, plainSeal, author, edits);
  await killed;
  await recover(database, plainSeal);
  expect(await count()).toBe(500);
});

it('is all there after a restart where the window dies once it counts', async () => {
  let slices = 0;
  const died = new Promise<void>((resolve) => {
    void saveWhole(database, plainSeal, author, edits, (done) => {
      if (done <= edits.length / 2 || (slices += 1) < 3) return;
      database.close();
      resolve();
    }).catch(() => undefined);
  });
  await died;
  await database.open();
  expect(await count()).toBeLessThan(edits.length);
  await recover(database, plainSeal);
  expect(await count()).toBe(edits.length);
  expect(await countUnsent(database)).toBe(edits.length);
});

it('is in the database where it counts and the journal will have it later only, and stays there', async () => {
  bridge.importWaits = true;
  expect(await saveWhole(database, plainSeal, author, edits, () => {})).toMatchObject({ ok: true });
  expect(await count()).toBe(edits.length);
  bridge.journal.push(
    ...bridge.gathered.map((change, n) => ({ sequence: n + 1, origin: 'local' as const, change })),
  );
  await recover(database, plainSeal);
  expect([await count(), await countUnsent(database)]).toEqual([edits.length, edits.length]);
});

it('lets go of what was gathered where the database fails in the midst of it', async () => {
  const failed = saveWhole(database, plainSeal, author, edits, (done) => {
    if (done > 100) database.close();
  });
  await expect(failed).rejects.toThrow('closed');
  expect(bridge.gathered).toEqual([]);
});

it('tells readers which records were written, however many: none reads all of them again', async () => {
  const written = new RangeSet();
  const note = (parts: Readonly<Record<string, unknown>>) => {
    const keys = parts[`idb://${database.name}/records/`];
    if (keys) written.add(keys as IntervalTree);
  };
  Dexie.on('storagemutated', note);
  await save(database, plainSeal, author, edits);
  Dexie.on.storagemutated.unsubscribe(note);
  expect(written.hasKey('n7')).toBe(true);
  expect(written.hasKey('another')).toBe(false);
});

it('keeps nothing and says why where the disk is full', async () => {
  bridge.journalProblem = problem('disk.full');
  expect(await saveWhole(database, plainSeal, author, edits, () => {})).toMatchObject({
    ok: false,
    problem: { code: 'disk.full' },
  });
  expect([await count(), bridge.gathered.length, bridge.journal.length]).toEqual([0, 0, 0]);
});

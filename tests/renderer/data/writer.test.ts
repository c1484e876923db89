import { afterEach, beforeEach, expect, it } from 'vitest';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { takeReply } from '../../../shared/sync/take-reply';
import type { Database } from '../../../renderer/data/database';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { recover } from '../../../renderer/data/recover';
import type { Edit } from '../../../renderer/data/save';
import { saveWhole } from '../../../renderer/data/save-whole';
import { type Writer, createWriter } from '../../../renderer/data/writer';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';
import { author } from './author';
import { drop, openFresh } from './fresh-database';
import type { MemoryBridge } from './memory-bridge';

let database: Database;
let bridge: MemoryBridge;
let writer: Writer;
/** Told by the writer of this test: that of an earlier one may still be trying. */
let told = { levels: 0, troubles: 0 };

const write = (id: string, text: string) =>
  writer.write(author, [{ kind: 'note', id, tour: 't1', values: { tour: 't1', stop: 'p1', text } }]);

const notes = (length: number): readonly Edit[] =>
  Array.from({ length }, (_, n) => ({
    kind: 'note',
    id: `n${n}`,
    tour: 't1',
    values: { tour: 't1', stop: 'p1', text: `第${n}条` },
  }));

beforeEach(async () => {
  ({ bridge, database } = await openFresh());
  const own = { levels: 0, troubles: 0 };
  told = own;
  writer = createWriter({
    database,
    seal: plainSeal,
    queue: oneAtATime(),
    onTrouble: () => (own.troubles += 1),
    onLevel: () => (own.levels += 1),
  });
});
afterEach(() => drop(database));

/** As Chromium does it on a full disk, between the journal and the database. */
function closeAfterNextAppend(): void {
  const { call } = window.xunji;
  let isNext = true;
  const cutting: typeof call = async (name, input) => {
    const answer = await call(name, input);
    if (name === 'journal.append' && isNext) {
      isNext = false;
      database.close();
    }
    return answer;
  };
  Object.defineProperty(window, 'xunji', { configurable: true, value: { call: cutting } });
}

it('says that a change is not saved which only the journal took, and has it in the database before the next one', async () => {
  await write('n1', '先');
  closeAfterNextAppend();
  expect(await write('n1', '中')).toMatchObject({ ok: false, problem: { code: 'disk.failed' } });
  expect(await write('n1', '后')).toMatchObject({ ok: true });
  expect(bridge.journal).toHaveLength(3);
  expect(await database.outbox.count()).toBe(3);
  // Made from the state with the change that had failed: otherwise a rebuilt database would show a conflict with oneself.
  const [, middle, last] = bridge.journal;
  expect(last?.change.fields['text']?.replaces).toEqual([middle?.change.id]);
});

it('goes on trying by itself after a write that found it behind could not make it level', async () => {
  closeAfterNextAppend();
  await write('n1', '先');
  const { call } = window.xunji;
  let isBroken = true;
  const broken: typeof call = async (name, input) =>
    isBroken && name === 'journal.describe'
      ? { ok: false, problem: problem('disk.failed', { code: 'EIO' }) }
      : call(name, input);
  Object.defineProperty(window, 'xunji', { configurable: true, value: { call: broken } });
  expect(await write('n2', '后')).toMatchObject({ ok: false });
  isBroken = false;
  await expect.poll(() => told.levels, { timeout: 5000 }).toBeGreaterThan(0);
  expect(await database.records.count()).toBe(1);
});

/** A change that only the journal took, then an exchange that brings another before the two are level. */
async function exchangeWhileBehind(): Promise<void> {
  await write('n1', '先');
  closeAfterNextAppend();
  await write('n2', '中');
  await database.open();
  const reply = {
    protocol: 2 as const,
    epoch: 'e1',
    settled: [],
    refused: [],
    newer: [],
    unread: [],
    cursors: {},
    views: {},
    more: false,
  };
  const [known] = bridge.journal;
  const newer = [{ ...(known as (typeof bridge.journal)[number]).change, id: 'other', record: 'n3' }];
  const store = laptopStoreOn(database, plainSeal);
  await takeReply(store, await store.readProgress(), [], { ...reply, newer }, '2026-11-22');
}

const ids = async () => (await database.records.toCollection().primaryKeys()).sort();

it('does not lose sight of a change that only the journal took, where an exchange comes before it is level', async () => {
  await exchangeWhileBehind();
  await recover(database, plainSeal);
  expect(await ids()).toEqual(['n1', 'n2', 'n3']);
});

it('its twin: a place that follows whatever the journal was told last passes over it', async () => {
  await exchangeWhileBehind();
  await database.progress.update('progress', { sequence: bridge.journal.length });
  await recover(database, plainSeal);
  expect(await ids()).toEqual(['n1', 'n3']);
});

it('says of an import that counts that it is saved, also where the database fails then, and once it can be seen', async () => {
  const saved = await writer.write(author, notes(120), (data, seal, by, all, onCounts) =>
    saveWhole(data, seal, by, all, (done) => done > 80 && database.close(), onCounts),
  );
  expect(saved).toMatchObject({ ok: true });
  expect(saved.ok && saved.value.length).toBe(120);
  expect(told.troubles).toBeGreaterThan(0);
  expect(await database.records.count()).toBe(120);
});

it('saves all of many edits or none, where the journal takes no more in the midst of them', async () => {
  const { call } = window.xunji;
  let appends = 0;
  const filling: typeof call = async (name, input) =>
    name === 'journal.append' && (appends += 1) > 1
      ? { ok: false, problem: problem('disk.full') }
      : call(name, input);
  Object.defineProperty(window, 'xunji', { configurable: true, value: { call: filling } });
  const { ok } = await writer.write(author, notes(650));
  expect(await database.records.count()).toBe(ok ? 650 : 0);
});

it('opens a closed database again by itself, and says when it is level', async () => {
  closeAfterNextAppend();
  await write('n1', '先');
  await expect.poll(() => told.levels, { timeout: 5000 }).toBeGreaterThan(0);
  expect(await database.records.count()).toBe(1);
});

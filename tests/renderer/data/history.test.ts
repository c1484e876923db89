import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { findKnownChanges, forgetHistory, readHistory } from '../../../renderer/data/history';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { checkBehind, recover } from '../../../renderer/data/recover';
import type { Change } from '../../../shared/changes/change';
import { plainSeal } from '../../../shared/sealing/seal';
import { memoryBridge } from './memory-bridge';

let database: Database;
let opened = 0;

const changeOf = (scope: string, record: string, n: number): Change => ({
  id: `${record}-${n}`,
  scope,
  kind: 'note',
  record,
  fields: { text: { value: `第 ${n} 稿`, replaces: n > 0 ? [`${record}-${n - 1}`] : [] } },
  author: '周敏',
  device: 'd2',
  at: '2026-03-02T09:00:00Z',
});
const take = (changes: readonly Change[]) =>
  laptopStoreOn(database, plainSeal).commit({ merge: { remote: changes } });
const idsOf = async (record: string) =>
  (await readHistory(database, plainSeal, record)).map(({ id }) => id).sort();

beforeEach(async () => {
  memoryBridge();
  database = openDatabase(`history-${(opened += 1)}`);
  await recover(database, plainSeal);
});
afterEach(async () => {
  database.close();
  await database.delete();
});

it('gives every change of a record once, whether it came alone or among many, and of no other record', async () => {
  const many = Array.from({ length: 120 }, (_, n) => changeOf('t1', `n${n % 3}`, Math.floor(n / 3)));
  await take(many);
  await take(many.slice(40));
  await take([changeOf('t1', 'n1', 40)]);
  expect(await idsOf('n1')).toEqual(Array.from({ length: 41 }, (_, n) => `n1-${n}`).sort());
  const asked = [...many.slice(0, 1), changeOf('t1', 'n1', 40), changeOf('t1', 'n9', 0)];
  expect(await findKnownChanges(database, plainSeal, asked)).toEqual(new Set(['n0-0', 'n1-40']));
  expect(await database.historyPages.count()).toBeLessThan(10);
  expect(await checkBehind(database, plainSeal, () => Promise.resolve())).toEqual({
    ok: true,
    value: 'whole',
  });
});

it('takes the history of a scope away and leaves that of another which came with it', async () => {
  const mixed = Array.from({ length: 100 }, (_, n) => changeOf(`t${n % 2}`, `n${n % 2}`, Math.floor(n / 2)));
  await take(mixed);
  await forgetHistory(database, ['n0']);
  expect(await idsOf('n0')).toEqual([]);
  expect((await idsOf('n1')).length).toBe(50);
});

/** Each the first of its record, as a register or a tour comes. */
const firsts = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...changeOf('t1', `f${n}`, 0),
    fields: {
      text: { value: `第 ${n} 条`, replaces: [], base: { text: '', seen: {}, own: 1 } },
      deleted: { value: true, replaces: [], saw: ['f9-0'] },
    },
  }));

it('is the record itself where one change made it, and holds that change when another comes', async () => {
  const many = firsts(120);
  await take(many);
  expect([await database.history.count(), await database.historyPages.count()]).toEqual([0, 0]);
  expect(await findKnownChanges(database, plainSeal, [...many, changeOf('t1', 'n9', 0)])).toEqual(
    new Set(many.map(({ id }) => id)),
  );
  expect(await readHistory(database, plainSeal, 'f7')).toEqual([many[7]]);
  const second = changeOf('t1', 'f7', 1);
  await take([second]);
  expect(await readHistory(database, plainSeal, 'f7')).toEqual([many[7], second]);
  await take(many);
  await take(firsts(60).map((change) => ({ ...change, id: `${change.id}-later` })));
  expect(await idsOf('f7')).toEqual(['f7-0', 'f7-0-later', 'f7-1']);
  expect(await idsOf('f8')).toEqual(['f8-0', 'f8-0-later']);
  expect(await idsOf('f119')).toEqual(['f119-0']);
});

it('keeps a change in the history that replaced what this laptop never had', async () => {
  const many = firsts(60).map((change) => ({
    ...change,
    fields: { text: { value: '第二稿', replaces: ['elsewhere'] } },
  }));
  await take(many);
  expect(await readHistory(database, plainSeal, 'f3')).toEqual([many[3]]);
  expect(await database.historyPages.count()).toBe(2);
});

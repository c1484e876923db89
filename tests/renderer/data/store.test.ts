import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';
import type { Database } from '../../../renderer/data/database';
import { exchangeOnce } from '../../../renderer/data/exchange-once';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { countUnsent } from '../../../renderer/data/outbox/count-unsent';
import { projectRow } from '../../../renderer/data/read-tour-file';
import { checkBehind, recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { author } from './author';
import { drop, openFresh } from './fresh-database';
import type { MemoryBridge } from './memory-bridge';

let database: Database;
let bridge: MemoryBridge;

const exchange = () => exchangeOnce(database, plainSeal, oneAtATime(), () => 'now');
const write = (id: string, text: string) =>
  save(database, plainSeal, author, [
    { kind: 'note', id, tour: 't1', values: { tour: 't1', stop: 'p1', text } },
  ]);
const check = () => checkBehind(database, plainSeal, () => Promise.resolve());
const texts = async () =>
  (await database.records.orderBy('id').toArray()).map((row) => {
    const value = projectRow(plainSeal, row);
    return value && 'text' in value ? value.text : null;
  });

beforeEach(async () => {
  ({ bridge, database } = await openFresh());
});
afterEach(() => drop(database));

it('writes the journal first, then record and outbox together', async () => {
  expect((await write('n1', '塔吊未验收')).ok).toBe(true);
  expect(bridge.journal.map((entry) => entry.change.fields['text']?.value)).toEqual(['塔吊未验收']);
  expect(await texts()).toEqual(['塔吊未验收']);
  expect(await database.outbox.count()).toBe(1);
  expect((await database.progress.get('progress'))?.sequence).toBe(1);
});

it('keeps nothing and says so when the journal cannot write', async () => {
  bridge.journalProblem = problem('disk.full');
  expect(await write('n1', '写不进去')).toEqual({ ok: false, problem: problem('disk.full') });
  expect(await texts()).toEqual([]);
  expect(await database.outbox.count()).toBe(0);
  bridge.journalProblem = null;
  expect((await write('n1', '写得进去')).ok).toBe(true);
  expect(await texts()).toEqual(['写得进去']);
});

it('rebuilds an emptied database from the journal and says how much came back', async () => {
  for (let n = 0; n < 5; n += 1) await write(`n${n}`, `记录 ${n}`);
  await database.delete();
  await database.open();
  expect(await recover(database, plainSeal)).toEqual({
    ok: true,
    value: { recovered: 5, journalDamaged: false },
  });
  expect(await texts()).toEqual(['记录 0', '记录 1', '记录 2', '记录 3', '记录 4']);
  expect(await countUnsent(database)).toBe(5);
});

it.each([
  ['a record is gone', () => database.records.delete('n2')],
  [
    'a record is an older one',
    async () => {
      const row = await database.records.get('n1');
      await database.records.put({ ...(row ?? never()), id: 'n2' });
    },
  ],
  ['an unsent change is gone', () => database.outbox.where('records').equals('n2').delete()],
])('notices that %s behind its back, rebuilds all and says so', async (_what, damage) => {
  await write('n1', '先');
  await write('n2', '后');
  await damage();
  expect(await check()).toEqual({ ok: true, value: 'damaged' });
  expect(await recover(database, plainSeal)).toMatchObject({ value: { recovered: 2 } });
  expect(await texts()).toEqual(['先', '后']);
  expect(await countUnsent(database)).toBe(2);
  expect(await recover(database, plainSeal)).toMatchObject({ value: { recovered: 0 } });
});

it('finds nothing damaged after any mixture of saving, sending, refusing and starting over', async () => {
  for (let round = 0; round < 4; round += 1) {
    if (round % 2) bridge.refuse.add('n1');
    else bridge.refuse.clear();
    for (let n = 0; n < 3; n += 1) await write(`n${n}`, `第 ${round} 次`);
    if (round === 2) bridge.epoch = 'epoch-2';
    await exchange();
    await exchange();
    await write('n0', `第 ${round} 次，改过`);
    expect(await check()).toEqual({ ok: true, value: 'whole' });
    expect(await recover(database, plainSeal)).toMatchObject({ value: { recovered: 0 } });
  }
});

it('reads all rows while they are being changed, and calls nothing damaged that was only written meanwhile', async () => {
  const many = Array.from({ length: 450 }, (_, n) => ({
    kind: 'note' as const,
    id: `n${n}`,
    tour: 't1',
    values: { tour: 't1', text: `记录 ${n}` },
  }));
  await save(database, plainSeal, author, many);
  const pauses = [
    () => write('n3', '改过'),
    () => write('n449', '也改过'),
    () => write('新', '新的'),
    exchange,
  ];
  const checked = checkBehind(database, plainSeal, async () => {
    await pauses.shift()?.();
  });
  expect(await checked).toEqual({ ok: true, value: 'whole' });
  expect(pauses).toEqual([]);
  await database.records.delete('n7');
  expect(await check()).toEqual({ ok: true, value: 'damaged' });
});

it('takes over quietly what a crash left between journal and database', async () => {
  await write('n1', '先');
  const late = { value: '后', replaces: [] };
  const { fields } = firstChange();
  bridge.journal.push({
    sequence: 2,
    origin: 'local',
    change: { ...firstChange(), id: 'c2', record: 'n2', fields: { ...fields, text: late } },
  });
  expect(await recover(database, plainSeal)).toEqual({
    ok: true,
    value: { recovered: 0, journalDamaged: false },
  });
  expect(await texts()).toEqual(['先', '后']);
  expect(await countUnsent(database)).toBe(2);
});

it('journals what was not sent again when the journal was lost', async () => {
  await write('n1', '未发送');
  bridge.journal.length = 0;
  bridge.generation = 'journal-2';
  expect(await recover(database, plainSeal)).toMatchObject({ value: { journalDamaged: true } });
  expect(bridge.journal).toHaveLength(1);
  expect(await texts()).toEqual(['未发送']);
});

it('says once that the journal is damaged, and writes what was not sent into it again', async () => {
  await write('n1', '未发送');
  bridge.journal[0] = { ...(bridge.journal[0] ?? never()), change: { ...firstChange(), record: 'lost' } };
  bridge.damagedBytes = 40;
  expect(await recover(database, plainSeal)).toMatchObject({ value: { journalDamaged: true } });
  expect(bridge.journal.map((entry) => entry.change.record)).toEqual(['lost', 'n1']);
  expect(await recover(database, plainSeal)).toMatchObject({ value: { journalDamaged: false } });
});

it('keeps half a pair and a NUL as they were typed', async () => {
  const text = 'NUL \u0000, half a pair \ud83d, 𠮷';
  await write('n1', text);
  await exchange();
  await database.delete();
  await database.open();
  await recover(database, plainSeal);
  expect(await texts()).toEqual([text]);
  expect(bridge.log[0]?.fields['text']?.value).toBe(text);
});

function firstChange(): Change {
  return bridge.journal[0]?.change ?? never();
}

function never(): never {
  throw new Error('the journal is empty');
}

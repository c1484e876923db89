import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { exchangeOnce } from '../../../renderer/data/exchange-once';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { projectRow } from '../../../renderer/data/read-tour-file';
import { checkBehind, recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { siteHistory } from '../../../renderer/data/site-history';
import { sealJson } from '../../../renderer/data/sealed-json';
import { memoryBridge } from './memory-bridge';

let database: Database;
let bridge: ReturnType<typeof memoryBridge>;
let opened = 0;

const author = {
  name: '周敏',
  device: 'device-1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
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
  bridge = memoryBridge();
  database = openDatabase(`test-${(opened += 1)}`);
  await recover(database, plainSeal);
});
afterEach(async () => {
  database.close();
  await database.delete();
});

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
  expect(await database.outbox.count()).toBe(5);
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
  ['an unsent change is gone', () => database.outbox.where('record').equals('n2').delete()],
])('notices that %s behind its back, rebuilds all and says so', async (_what, damage) => {
  await write('n1', '先');
  await write('n2', '后');
  await damage();
  expect(await check()).toEqual({ ok: true, value: 'damaged' });
  expect(await recover(database, plainSeal)).toMatchObject({ value: { recovered: 2 } });
  expect(await texts()).toEqual(['先', '后']);
  expect(await database.outbox.count()).toBe(2);
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
  expect(await database.outbox.count()).toBe(2);
});

it('journals what was not sent again when the journal was lost', async () => {
  await write('n1', '未发送');
  bridge.journal.length = 0;
  bridge.generation = 'journal-2';
  expect(await recover(database, plainSeal)).toMatchObject({ value: { journalDamaged: true } });
  expect(bridge.journal).toHaveLength(1);
  expect(await texts()).toEqual(['未发送']);
});

it('settles what was sent and takes in what is newer', async () => {
  await write('n1', '我的');
  bridge.log.push({ ...(bridge.journal[0]?.change ?? never()), id: 'other-1', record: 'n2' });
  expect(await exchange()).toEqual({ ok: true, value: { more: false, lost: [] } });
  expect(await database.outbox.count()).toBe(0);
  expect(await texts()).toEqual(['我的', '我的']);
  expect(bridge.journal.map((entry) => entry.origin)).toEqual(['local', 'remote']);
});

it('sends again without effect when a reply was lost', async () => {
  await write('n1', '只此一次');
  bridge.loseReply = true;
  expect((await exchange()).ok).toBe(false);
  expect(await database.outbox.count()).toBe(1);
  expect((await exchange()).ok).toBe(true);
  expect(bridge.log).toHaveLength(1);
  expect(await database.outbox.count()).toBe(0);
  expect(await texts()).toEqual(['只此一次']);
});

it('sets a refused change aside with its reason and lets the others pass', async () => {
  bridge.refuse.add('n1');
  await write('n1', '不合要求');
  await write('n2', '正常');
  expect((await exchange()).ok).toBe(true);
  expect(await database.outbox.count()).toBe(0);
  expect((await database.refused.toArray()).map((row) => [row.record, row.problem.code])).toEqual([
    ['n1', 'change.invalid'],
  ]);
  expect(bridge.log.map((change) => change.record)).toEqual(['n2']);
  expect(await texts()).toEqual(['不合要求', '正常']);
});

it('pushes everything again when the server is another one or an older backup', async () => {
  await write('n1', '一');
  await exchange();
  await write('n2', '二');
  await exchange();
  bridge.epoch = 'epoch-2';
  bridge.log.length = 1;
  expect(await exchange()).toEqual({ ok: true, value: { more: true, lost: [] } });
  expect(await exchange()).toEqual({ ok: true, value: { more: false, lost: [] } });
  expect(bridge.log.map((change) => change.record).sort()).toEqual(['n1', 'n2']);
  expect(await texts()).toEqual(['一', '二']);
});

it('says once that the journal is damaged, and writes what was not sent into it again', async () => {
  await write('n1', '未发送');
  bridge.journal[0] = { ...(bridge.journal[0] ?? never()), change: { ...firstChange(), record: 'lost' } };
  bridge.damagedBytes = 40;
  expect(await recover(database, plainSeal)).toMatchObject({ value: { journalDamaged: true } });
  expect(bridge.journal.map((entry) => entry.change.record)).toEqual(['lost', 'n1']);
  expect(await recover(database, plainSeal)).toMatchObject({ value: { journalDamaged: false } });
});

it('keeps a change that it does not understand aside, goes on, and reads it after an update', async () => {
  await write('n1', '我的');
  const newer = { ...firstChange(), id: 'other-1', record: 'n2' };
  bridge.log.push({ ...newer, id: 'other-0', kind: 'drone' as never, flight: 7 } as never, newer);
  expect(await exchange()).toEqual({ ok: true, value: { more: false, lost: [] } });
  expect(await texts()).toEqual(['我的', '我的']);
  expect((await database.unread.toArray()).map((row) => row.id)).toEqual(['other-0']);
  expect((await database.progress.get('progress'))?.cursors).toEqual({ all: 3 });
  expect((await recover(database, plainSeal)).ok).toBe(true);
  expect(await database.unread.count()).toBe(1);
  const understood = sealJson(plainSeal, { ...newer, id: 'other-0', record: 'n3' });
  await database.unread.put({ id: 'other-0', sealed: understood });
  expect((await recover(database, plainSeal)).ok).toBe(true);
  expect(await database.unread.count()).toBe(0);
  expect(await texts()).toEqual(['我的', '我的', '我的']);
  expect(bridge.journal.map((entry) => entry.change.record)).toEqual(['n1', 'n2', 'n3']);
});

it('asks again at the next start whether a refused change is taken now', async () => {
  bridge.refuse.add('n1');
  await write('n1', '新版本的内容');
  await exchange();
  expect(await database.refused.count()).toBe(1);
  bridge.refuse.clear();
  await recover(database, plainSeal);
  expect(await exchange()).toEqual({ ok: true, value: { more: false, lost: [] } });
  expect(await database.refused.count()).toBe(0);
  expect(bridge.log.map((change) => change.record)).toEqual(['n1']);
});

it('cuts a batch by bytes, and refuses a text that no exchange could carry', async () => {
  for (let n = 0; n < 6; n += 1) await write(`n${n}`, '长'.repeat(1 << 20));
  while ((await exchange()).ok && (await database.outbox.count()) > 0);
  expect(bridge.exchanges.map(({ changes }) => changes.length)).toEqual([2, 2, 2]);
  expect(await write('n9', '长'.repeat(3 << 20))).toEqual({
    ok: false,
    problem: problem('change.tooLarge', { limit: 8 }),
  });
  expect(bridge.journal).toHaveLength(6);
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

it('finds the issues, tasks and requests of one site across tours, without those of the stop at hand, of other sites and of deleted stops', async () => {
  const stop = (id: string, tour: string, site: string, deleted = false) =>
    ({ kind: 'stop', id, tour, values: { tour, site, deleted } }) as const;
  const issue = (id: string, tour: string, at: string) =>
    ({ kind: 'issue', id, tour, values: { tour, stop: at, text: id } }) as const;
  const matter = (kind: 'task' | 'request', id: string, tour: string, at: string) =>
    ({ kind, id, tour, values: { tour, stop: at, text: id } }) as const;
  await save(database, plainSeal, author, [
    matter('task', 'k1', 't1', 'p1'),
    matter('task', 'k2', 't2', 'p3'),
    matter('task', 'k3', 't2', 'p4'),
    matter('request', 'r1', 't2', 'p3'),
    matter('request', 'r2', 't3', 'p6'),
    stop('p1', 't1', 's1'),
    stop('p2', 't1', 's1'),
    stop('p3', 't2', 's1'),
    stop('p4', 't2', 's2'),
    stop('p5', 't3', 's1', true),
    stop('p6', 't3', ''),
    issue('i1', 't1', 'p1'),
    issue('i2', 't1', 'p2'),
    issue('i3', 't2', 'p3'),
    issue('i4', 't2', 'p4'),
    issue('i5', 't3', 'p5'),
    issue('i6', 't3', 'p6'),
  ]);
  const found = async (id: string, site: string) => {
    const { issues, tasks, requests } = await siteHistory({ database, seal: plainSeal }, { id, site });
    return [...issues, ...tasks, ...requests].map((one) => one.id).toSorted();
  };
  expect(await found('p1', 's1')).toEqual(['i2', 'i3', 'k2', 'r1']);
  expect(await found('p6', '')).toEqual([]);
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';
import type { Database } from '../../../renderer/data/database';
import { exchangeOnce } from '../../../renderer/data/exchange-once';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { projectRow } from '../../../renderer/data/read-tour-file';
import { recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { sealJson } from '../../../renderer/data/sealed-json';
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
const texts = async () =>
  (await database.records.orderBy('id').toArray()).map((row) => {
    const value = projectRow(plainSeal, row);
    return value && 'text' in value ? value.text : null;
  });

beforeEach(async () => {
  ({ bridge, database } = await openFresh());
});
afterEach(() => drop(database));

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

function firstChange(): Change {
  return bridge.journal[0]?.change ?? never();
}

function never(): never {
  throw new Error('the journal is empty');
}

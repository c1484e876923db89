import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change';
import { listConflicts } from '../../../shared/changes/list-conflicts';
import { merge } from '../../../shared/changes/merge';
import { project } from '../../../shared/changes/project';
import type { RecordState } from '../../../shared/changes/record-state';
import { plainSeal } from '../../../shared/sealing/seal';
import type { Database } from '../../../renderer/data/database';
import { discardRefused } from '../../../renderer/data/discard-refused';
import { exchangeOnce } from '../../../renderer/data/exchange-once';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { sayAnew } from '../../../renderer/data/say-anew';
import { changesInRow } from '../../../renderer/data/outbox/changes-in-row';
import { openJson, openState, sealJson } from '../../../renderer/data/sealed-json';
import { mergeIntoDatabase, mergeTables } from '../../../renderer/data/merge-into-database';
import { makeChange } from '../../../shared/changes/make-change';
import { problem } from '../../../shared/problems';
import { sendAgain } from '../../../renderer/data/try-again';
import { recordsUnderWay } from '../../../renderer/data/under-way';
import { author } from './author';
import { dropWhole, openFresh } from './fresh-database';
import type { MemoryBridge } from './memory-bridge';

let database: Database;
let bridge: MemoryBridge;

const exchange = () => exchangeOnce(database, plainSeal, oneAtATime(), () => 'now');
const write = (values: Record<string, string>) =>
  save(database, plainSeal, author, [{ kind: 'note', id: 'n1', tour: 't1', values }]);
const merged = (changes: readonly Change[]) => changes.reduce<RecordState | undefined>(merge, undefined);
/** The note as somebody sees it who got all of it from the server. */
const elsewhere = () => merged(bridge.log);
const here = async () => {
  const row = await database.records.get('n1');
  return row && openState(plainSeal, row.sealed);
};
const textOf = (state: RecordState | undefined) => state?.fields['text']?.heads.map(({ value }) => value);

beforeEach(async () => {
  ({ bridge, database } = await openFresh());
});
afterEach(() => dropWhole(database));

async function refuse(values: Record<string, string>): Promise<void> {
  bridge.refuse.add('n1');
  await write(values);
  await exchange();
  bridge.refuse.clear();
}

it('sends all of a record whose making was refused along with the one field that is corrected', async () => {
  await refuse({ tour: 't1', stop: 'p1', text: '塔吊未验受' });
  await write({ text: '塔吊未验收' });
  expect(await database.refused.count()).toBe(0);
  await exchange();
  const note = elsewhere();
  expect(note && project({ ...note, kind: 'note' })).toMatchObject({ stop: 'p1', text: '塔吊未验收' });
  expect((await here())?.fields['text']?.heads).toEqual(note?.fields['text']?.heads);
});

it('makes no conflict elsewhere of what was corrected after it was refused, however often', async () => {
  await write({ tour: 't1', text: '一稿' });
  await exchange();
  await refuse({ text: '二稿' });
  await refuse({ text: '三稿' });
  await write({ text: '四稿' });
  await exchange();
  const note = elsewhere();
  expect(note && listConflicts(note)).toEqual([]);
  expect(textOf(note)).toEqual(['四稿']);
  expect(textOf(await here())).toEqual(['四稿']);
});

it('sets of two refused edits of one field only the one aside that stands', async () => {
  await write({ tour: 't1', text: '一稿' });
  await exchange();
  bridge.refuse.add('n1');
  await write({ text: '二稿' });
  await write({ text: '三稿' });
  await exchange();
  const rows = await database.refused.toArray();
  expect(rows.map(({ sealed }) => openJson<Change>(plainSeal, sealed).fields['text']?.value)).toEqual([
    '三稿',
  ]);
});

it('would make one if it replaced only what it saw', async () => {
  await write({ tour: 't1', text: '一稿' });
  await exchange();
  await refuse({ text: '二稿' });
  const [row] = await database.refused.toArray();
  // The twin: the refused change is out of sight when the correction is made.
  await database.refused.clear();
  await write({ text: '三稿' });
  await exchange();
  const note = elsewhere();
  expect(row).toBeDefined();
  expect(note && listConflicts(note)).toHaveLength(1);
});

/** An edit that is made while the server has the one before, which it refuses. */
async function typeWhileRefusing(first: Record<string, string>, second: Record<string, string>) {
  await write({ tour: 't1', text: '一稿', location: '东门' });
  await exchange();
  bridge.refuse.add('n1');
  const asking = window.xunji.call;
  window.xunji.call = async (name, input) => {
    const answer = await asking(name, input);
    if (name === 'sync.exchange') await write(second);
    return answer;
  };
  await write(first);
  await exchange();
  window.xunji.call = asking;
  bridge.refuse.clear();
}

it('makes no conflict elsewhere of what was typed on while the server refused it', async () => {
  await typeWhileRefusing({ text: '二稿' }, { text: '三稿' });
  await sayAnew(database, plainSeal, author);
  expect(await database.refused.count()).toBe(0);
  await exchange();
  const note = elsewhere();
  expect(note && listConflicts(note)).toEqual([]);
  expect(textOf(note)).toEqual(['三稿']);
  expect(textOf(await here())).toEqual(['三稿']);
  const made = bridge.journal.length;
  await sayAnew(database, plainSeal, author);
  expect(bridge.journal.length).toBe(made);
});

it('leaves it to a person where something else came to stand beside it meanwhile', async () => {
  await typeWhileRefusing({ text: '二稿' }, { text: '三稿' });
  const other = { ...author, name: '李强', device: 'device-2' };
  const target = { kind: 'note', record: 'n1', tour: 't1' } as const;
  await database.transaction('rw', mergeTables(database), async () => {
    const beside = makeChange(other, target, undefined, { text: '别人的一稿' });
    await mergeIntoDatabase(database, plainSeal, [beside], 'remote');
  });
  const made = bridge.journal.length;
  await sayAnew(database, plainSeal, author);
  expect(bridge.journal.length).toBe(made);
  expect(textOf(await here())).toEqual(expect.arrayContaining(['三稿', '别人的一稿']));
});

it('would make one if nothing were said anew', async () => {
  await typeWhileRefusing({ text: '二稿' }, { text: '三稿' });
  await exchange();
  expect(textOf(elsewhere())).toHaveLength(2);
});

it('keeps what was taken back away when the database is made again', async () => {
  await write({ tour: 't1', text: '原文' });
  await exchange();
  await refuse({ text: '不收的改动' });
  await discardRefused(database, plainSeal, 'n1');
  database.close();
  await database.delete();
  await recover(database, plainSeal);
  expect(textOf(await here())).toEqual(['原文']);
  expect(
    (await database.outbox.toArray())
      .flatMap((row) => changesInRow(plainSeal, row))
      .map(({ fields }) => fields),
  ).toEqual([expect.objectContaining({ tour: expect.anything() })]);
});

it('sends what was refused again as it is', async () => {
  await refuse({ tour: 't1', text: '管理员放行' });
  await sendAgain(database, plainSeal, await database.refused.toArray());
  expect(await database.refused.count()).toBe(0);
  await exchange();
  expect(textOf(elsewhere())).toEqual(['管理员放行']);
});

it('takes a refused edit back to what the others have, and the next edit follows that', async () => {
  await write({ tour: 't1', text: '原文', author: '周敏' });
  await exchange();
  await refuse({ text: '不收的改动' });
  expect(await discardRefused(database, plainSeal, 'n1')).toMatchObject({ ok: true });
  expect(textOf(await here())).toEqual(['原文']);
  expect(await here()).toEqual(elsewhere());
  expect(await database.refused.count()).toBe(0);
  await refuse({ text: '又一次' });
  expect(await discardRefused(database, plainSeal, 'n1')).toMatchObject({ ok: true });
  expect(await here()).toEqual(elsewhere());
  await write({ text: '定稿' });
  await exchange();
  expect(await here()).toEqual(elsewhere());
});

it('takes a record away that nobody else ever had, and leaves its words in the journal', async () => {
  await refuse({ tour: 't1', text: '没有人收到' });
  expect(await discardRefused(database, plainSeal, 'n1')).toMatchObject({ ok: true });
  expect(await here()).toBeUndefined();
  expect(bridge.journal.map(({ origin, change }) => [origin, change.fields['text']?.value])).toEqual([
    ['local', '没有人收到'],
    ['discarded', '没有人收到'],
  ]);
});

it('takes nothing back by a history that lacks what stands, and asks the journal for it', async () => {
  await write({ tour: 't1', text: '原文' });
  await exchange();
  await refuse({ text: '不收的改动' });
  await database.history.clear();
  expect(await discardRefused(database, plainSeal, 'n1')).toMatchObject({ ok: true });
  expect(textOf(await here())).toEqual(['原文']);
});

it('calls a record being sent while the exchange that holds it is under way, and no other', async () => {
  const seen: (readonly string[])[] = [];
  const stop = recordsUnderWay.subscribe(() => seen.push([...recordsUnderWay.get()]));
  await write({ tour: 't1', text: '在路上' });
  await exchange();
  stop();
  expect(seen[0]).toEqual(['n1']);
});

it('tells whose it is where this laptop may not hand in what it only carried, and makes none of it its own', async () => {
  await write({ tour: 't1', text: '原文' });
  await exchange();
  const place = { kind: 'note' as const, record: 'n1', tour: 't1' };
  const carried = makeChange({ ...author, name: '李强', device: 'device-2' }, place, await here(), {
    location: '东门',
  });
  const sealed = sealJson(plainSeal, carried);
  await database.transaction('rw', mergeTables(database), async () => {
    await mergeIntoDatabase(database, plainSeal, [carried], 'remote');
  });
  const row = { id: carried.id, kind: 'note' as const, record: 'n1', sealed };
  await database.refused.add({ ...row, problem: problem('change.forbidden') });
  await sayAnew(database, plainSeal, author);
  expect(await database.refused.toArray()).toMatchObject([
    { problem: { code: 'change.carried', details: { author: '李强' } } },
  ]);
  await write({ text: '改过的' });
  await exchange();
  expect(elsewhere()?.fields['location']).toBeUndefined();
});

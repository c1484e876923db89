import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeChange } from '../../../shared/changes/make-change';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';
import type { Json } from '../../../shared/json';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { fillHistory } from '../../../renderer/data/fill-history';
import { mergeIntoDatabase, mergeTables } from '../../../renderer/data/merge-into-database';
import { projectRow } from '../../../renderer/data/read-tour-file';
import { recover } from '../../../renderer/data/recover';
import { type Edit, save } from '../../../renderer/data/save';
import { openState } from '../../../renderer/data/sealed-json';
import { saveWhole } from '../../../renderer/data/save-whole';
import { type Undo, createUndo } from '../../../renderer/data/undo';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { succeed } from '../../../shared/outcome';
import { memoryBridge } from './memory-bridge';

let database: Database;
let bridge: ReturnType<typeof memoryBridge>;
let store: {
  readonly undo: Undo;
  save(edits: readonly Edit[]): Promise<void>;
  import(edits: readonly Edit[]): Promise<void>;
};
let now = 1_700_000_000_000;
let opened = 0;

const author = {
  name: '周敏',
  device: 'd1',
  clock: () => now,
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const write = (id: string, values: Readonly<Record<string, Json>>) =>
  store.save([{ kind: 'note', id, tour: 't1', values }]);
const note = async (id: string) => {
  const row = await database.records.get(id);
  const value = row && projectRow(plainSeal, row);
  return value && 'text' in value ? [value.text, value.deleted] : null;
};
const later = (millis = 10_000) => (now += millis);

beforeEach(async () => {
  bridge = memoryBridge();
  database = openDatabase(`undo-${(opened += 1)}`);
  await recover(database, plainSeal);
  const queue = oneAtATime();
  const saveAll = (edits: readonly Edit[]) => queue(() => save(database, plainSeal, author, edits));
  const undo = createUndo({
    database,
    seal: plainSeal,
    device: author.device,
    clock: author.clock,
    queue,
    async save(edits) {
      const saved = await saveAll(edits);
      return saved.ok ? succeed(null) : saved;
    },
    async saveWhole(edits) {
      const saved = await queue(() => saveWhole(database, plainSeal, author, edits, () => {}));
      return saved.ok ? succeed(null) : saved;
    },
  });
  store = {
    undo,
    async save(edits) {
      const saved = await saveAll(edits);
      if (saved.ok) undo.note(saved.value);
    },
    async import(edits) {
      const saved = await saveWhole(database, plainSeal, author, edits, () => {});
      if (saved.ok) undo.noteWhole(saved.value);
    },
  };
});
afterEach(async () => {
  database.close();
  await database.delete();
});

it('puts the previous value back and takes it forward again, as changes like any other', async () => {
  await write('n1', { tour: 't1', text: '塔吊' });
  later();
  await write('n1', { text: '吊车' });
  expect((await store.undo.run('undo'))?.result).toBe('done');
  expect(await note('n1')).toEqual(['塔吊', false]);
  expect((await store.undo.run('redo'))?.result).toBe('done');
  expect(await note('n1')).toEqual(['吊车', false]);
  expect(bridge.journal).toHaveLength(4);
  expect(await store.undo.run('redo')).toBeNull();
});

it('takes back a new record with all that was typed into it without a pause, and brings it back', async () => {
  await write('n1', { tour: 't1', text: '塔' });
  later(450);
  await write('n1', { text: '塔吊' });
  later(450);
  await write('n1', { text: '塔吊未验收' });
  expect(store.undo.stacks.get().undo).toHaveLength(1);
  await store.undo.run('undo');
  expect(await note('n1')).toEqual(['塔吊未验收', true]);
  await store.undo.run('redo');
  expect(await note('n1')).toEqual(['塔吊未验收', false]);
});

it('brings a deleted record back', async () => {
  await write('n1', { tour: 't1', text: '塔吊' });
  later();
  await write('n1', { deleted: true });
  await store.undo.run('undo');
  expect(await note('n1')).toEqual(['塔吊', false]);
});

it('does not overwrite what somebody else set meanwhile, and says who', async () => {
  await write('n1', { tour: 't1', text: '我的' });
  later();
  await write('n1', { text: '我改的' });
  const mine = bridge.journal.at(-1)?.change;
  if (!mine) throw new Error('nothing was journaled');
  bridge.journal.push({
    sequence: bridge.journal.length + 1,
    origin: 'remote',
    change: {
      ...mine,
      id: 'theirs',
      author: '陈立',
      device: 'd2',
      fields: { text: { value: '他的', replaces: [mine.id] } },
    },
  });
  await recover(database, plainSeal);
  expect(await store.undo.run('undo')).toMatchObject({ result: 'changedByOther', author: '陈立' });
  expect(await note('n1')).toEqual(['他的', false]);
  expect(await store.undo.run('undo')).toMatchObject({ result: 'changedByOther', author: '陈立' });
  expect(await note('n1')).toEqual(['他的', false]);
  expect(await store.undo.run('undo')).toBeNull();
});

it('empties an answer that was given first, and throws no sheet away', async () => {
  await store.save([
    {
      kind: 'answerSheet',
      id: 'a1',
      tour: 't1',
      values: { tour: 't1', checklist: 'c', 'answers.permit': 'no' },
    },
  ]);
  await store.undo.run('undo');
  const row = await database.records.get('a1');
  expect(row && projectRow(plainSeal, row)).toMatchObject({ deleted: false, answers: { permit: '' } });
});

it('keeps an entry that could not be saved for another try', async () => {
  await write('n1', { tour: 't1', text: '塔吊' });
  bridge.journalProblem = problem('disk.full');
  expect(await store.undo.run('undo')).toMatchObject({ result: 'failed' });
  bridge.journalProblem = null;
  expect(await store.undo.run('undo')).toMatchObject({ result: 'done' });
});

it('is bounded, forgets redo at the next edit, and leaves an import of a whole tour alone', async () => {
  for (let n = 0; n < 110; n += 1) {
    await write(`n${n}`, { tour: 't1', text: `${n}` });
    later();
  }
  expect(store.undo.stacks.get().undo).toHaveLength(100);
  await store.undo.run('undo');
  expect(store.undo.stacks.get().redo).toHaveLength(1);
  await write('n1', { text: '新' });
  expect(store.undo.stacks.get().redo).toHaveLength(0);
  await store.save(
    Array.from({ length: 60 }, (_, n) => ({
      kind: 'note' as const,
      id: `i${n}`,
      tour: 't1',
      values: { tour: 't1', text: '导入' },
    })),
  );
  expect(store.undo.stacks.get().undo).toHaveLength(0);
});

it('keeps every value that was ever saved, and takes them from the journal where the table lacks them', async () => {
  for (const text of ['一', '二', '三']) await write('n1', { tour: 't1', text });
  expect(await database.history.where('record').equals('n1').count()).toBe(3);
  await database.history.clear();
  expect((await fillHistory(database, plainSeal)).ok).toBe(true);
  expect(await database.history.where('record').equals('n1').count()).toBe(3);
});

it('takes an import of any size back as one, and forward again', async () => {
  await write('n0', { tour: 't1', text: '先' });
  later();
  const edits = Array.from({ length: 620 }, (_, index) => ({
    kind: 'note' as const,
    id: `n${index}`,
    tour: 't1',
    values: { tour: 't1', text: `第${index}条` },
  }));
  await store.import(edits);
  expect(await note('n0')).toEqual(['第0条', false]);
  expect(await note('n619')).toEqual(['第619条', false]);
  expect((await store.undo.run('undo'))?.result).toBe('done');
  expect(await note('n0')).toEqual(['先', false]);
  expect(await note('n619')).toEqual(['第619条', true]);
  expect((await store.undo.run('redo'))?.result).toBe('done');
  expect(await note('n619')).toEqual(['第619条', false]);
  expect((await store.undo.run('undo'))?.result).toBe('done');
  expect((await store.undo.run('undo'))?.result).toBe('done');
  expect(await note('n0')).toEqual(['先', true]);
});

it('takes back what was typed right after an import by itself, and leaves the import', async () => {
  await store.import([
    { kind: 'note', id: 'i1', tour: 't1', values: { tour: 't1', stop: 'p1', text: '甲' } },
    { kind: 'note', id: 'i2', tour: 't1', values: { tour: 't1', stop: 'p1', text: '乙' } },
  ]);
  later(500);
  await write('i1', { text: '甲一' });
  expect((await store.undo.run('undo'))?.result).toBe('done');
  expect(await note('i1')).toEqual(['甲', false]);
  expect(await note('i2')).toEqual(['乙', false]);
});

it('its twin: an import noted as an edit of this moment goes with what was typed right after it', async () => {
  const imported = await save(database, plainSeal, author, [
    { kind: 'note', id: 'i1', tour: 't1', values: { tour: 't1', stop: 'p1', text: '甲' } },
  ]);
  if (imported.ok) store.undo.note(imported.value);
  later(500);
  await write('i1', { text: '甲一' });
  await store.undo.run('undo');
  expect(await note('i1')).not.toEqual(['甲', false]);
});

it('takes back no words of a colleague that came in between, nor the record with them in it', async () => {
  await write('n1', { tour: 't1', text: '围挡缺损' });
  const row = await database.records.get('n1');
  const state = row && openState(plainSeal, row.sealed);
  const colleague = { ...author, name: '罗启明', device: 'd2' };
  const target = { kind: 'note', record: 'n1', tour: 't1' } as const;
  const theirs = makeChange(colleague, target, state, { text: '围挡缺损，已通知' });
  await database.transaction('rw', mergeTables(database), async () => {
    await mergeIntoDatabase(database, plainSeal, [theirs], 'remote');
  });
  later(500);
  const values = { text: '东侧围挡缺损' };
  await store.save([{ kind: 'note', id: 'n1', tour: 't1', values, from: { text: '围挡缺损' } }]);
  expect(await note('n1')).toEqual(['东侧围挡缺损，已通知', false]);
  await store.undo.run('undo');
  expect(await note('n1')).toEqual(['围挡缺损，已通知', false]);
  await store.undo.run('undo');
  expect(store.undo.report.get()).toMatchObject({ result: 'changedByOther', author: '罗启明' });
  expect(await note('n1')).toEqual(['围挡缺损，已通知', false]);
});

it('brings both values before people again where a decision between them is taken back, and decides again', async () => {
  await store.save([{ kind: 'stop', id: 's1', tour: 't1', values: { tour: 't1', label: '甲' } }]);
  const stateOf = async () => {
    const row = await database.records.get('s1');
    return row && openState(plainSeal, row.sealed);
  };
  const valuesOf = async () =>
    (await stateOf())?.fields['stage']?.heads.map(({ value }) => JSON.stringify(value)).toSorted();
  const before = await stateOf();
  for (const [device, value] of [
    ['d2', '开工'],
    ['d3', '在建'],
  ] as const) {
    const place = { kind: 'stop' as const, record: 's1', tour: 't1' };
    const change = makeChange({ ...author, device }, place, before, { stage: value });
    await database.transaction('rw', mergeTables(database), async () => {
      await mergeIntoDatabase(database, plainSeal, [change], 'remote');
    });
  }
  later();
  await store.save([{ kind: 'stop', id: 's1', tour: 't1', values: { stage: '在建' } }]);
  expect(await valuesOf()).toEqual(['"在建"']);
  await store.undo.run('undo');
  expect(await valuesOf()).toEqual(['"在建"', '"开工"'].toSorted());
  await store.undo.run('redo');
  expect(await valuesOf()).toEqual(['"在建"']);
});

import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { recover } from '../../../renderer/data/recover';
import { openState } from '../../../renderer/data/sealed-json';
import { type Store, createStore } from '../../../renderer/data/store';
import { StoreContext } from '../../../renderer/data/store-context';
import { type DraftValue, useDraftValue } from '../../../renderer/data/use-draft-value';
import { type ObjectField, useObjectField } from '../../../renderer/data/use-object-field';
import { type TextField, useTextField } from '../../../renderer/data/use-text-field';
import { flushUnsaved, unsavedFields } from '../../../renderer/data/unsaved-fields';
import { mergeIntoDatabase, mergeTables } from '../../../renderer/data/merge-into-database';
import { makeChange } from '../../../shared/changes/make-change';
import type { RecordState } from '../../../shared/changes/record-state';
import type { Json } from '../../../shared/json';
import { officeScope } from '../../../shared/records/record-schemas';
import { plainSeal } from '../../../shared/sealing/seal';
import { problem } from '../../../shared/problems';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { type MemoryBridge, memoryBridge } from './memory-bridge';

/** Fields of a real store, of which the screen tells only what `report` hands it: as slow as a busy window, or slower. */
let database: Database;
let store: Store;
let bridge: MemoryBridge;
let opened = 0;
let close = () => {};
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const target = { kind: 'site', id: 's1', tour: officeScope } as const;

beforeEach(async () => {
  bridge = memoryBridge();
  database = openDatabase(`typed-upon-${(opened += 1)}`);
  await recover(database, plainSeal);
  store = createStore({
    database,
    seal: plainSeal,
    device: 'd1',
    version: '0',
    engine: '',
    settings: settingsSchema.parse({}),
    clock: Date.now,
    random,
  });
  await store.save([{ ...target, values: { name: '一厂', facts: ['甲'] } }]);
});

afterEach(async () => {
  close();
  // A field that is gone goes on until its words are saved: with its database closed it would never end, and count in the next test.
  await vi.waitUntil(() => unsavedFields.get() === 0, { timeout: 10_000 });
  database.close();
});

async function stateOf(record = 's1'): Promise<RecordState> {
  const row = await database.records.get(record);
  if (!row) throw new Error('there is no record');
  return openState(plainSeal, row.sealed);
}

const valuesOf = async (field: string, record?: string) =>
  (await stateOf(record)).fields[field]?.heads.map(({ value }) => value);

async function fromElsewhere(values: Readonly<Record<string, Json>>) {
  const author = { name: '李强', device: 'd2', clock: Date.now, random };
  const place = { kind: 'site', record: 's1', tour: officeScope } as const;
  const change = makeChange(author, place, await stateOf(), values);
  // An async function, or Dexie does not follow its awaits and the transaction ends early.
  await database.transaction('rw', mergeTables(database), async () => {
    await mergeIntoDatabase(database, plainSeal, [change], 'remote');
  });
}

function show<T, F>(useField: (stored: T) => F, first: T) {
  const root = createRoot(document.createElement('div'));
  const drawnLast: F[] = [];
  const Field = ({ stored }: { readonly stored: T }) => {
    const field = useField(stored);
    useEffect(() => void drawnLast.splice(0, 1, field));
    return null;
  };
  const report = (stored: T) =>
    root.render(createElement(StoreContext, { value: store }, createElement(Field, { stored })));
  close = () => root.unmount();
  report(first);
  const now = () => {
    const [field] = drawnLast;
    if (field === undefined) throw new Error('it is not drawn yet');
    return field;
  };
  return { now, report, drawn: () => vi.waitFor(now) };
}

/** The list of the site, as a screen edits it. */
function showFacts() {
  return show<readonly string[], ObjectField<readonly string[]>>(
    (stored) =>
      useObjectField(stored, (facts, from) =>
        store.save([{ ...target, values: { facts: [...facts] }, from: { facts: [...from] } }]),
      ),
    ['甲'],
  );
}

/** Sets it, leaves it, and waits until it is saved. */
async function saved(list: ReturnType<typeof showFacts>, facts: readonly string[]): Promise<void> {
  list.now().set(facts);
  list.now().guards.onBlur();
  await vi.waitUntil(() => unsavedFields.get() === 0, { timeout: 10_000 });
}

it('a list that somebody works on replaces none that came meanwhile', async () => {
  const list = showFacts();
  (await list.drawn()).set(['甲', '乙']);
  await fromElsewhere({ facts: ['甲', '丙'] });
  list.now().guards.onBlur();
  await vi.waitFor(async () => expect(await valuesOf('facts')).toHaveLength(2));
  list.now().set(['甲', '乙', '丁']);
  list.now().guards.onBlur();
  await vi.waitFor(async () =>
    expect((await valuesOf('facts'))?.map(String).toSorted()).toEqual(['甲,丙', '甲,乙,丁']),
  );
});

it('a ledger that is open shows what comes, and replaces nothing that came while it was typed in', async () => {
  const draft = show<readonly string[], DraftValue<string>>(
    (stored) =>
      useDraftValue(
        { ...target, field: 'facts' },
        stored.join('\n'),
        (text) => ({ value: text.split('\n') }),
        [...stored],
      ),
    ['甲'],
  );
  await draft.drawn();
  await fromElsewhere({ facts: ['甲', '丙'] });
  draft.report(['甲', '丙']);
  await vi.waitFor(() => expect(draft.now().draft).toBe('甲\n丙'));
  draft.now().set('甲\n丙\n丁');
  await fromElsewhere({ facts: ['戊'] });
  draft.now().onBlur();
  await vi.waitFor(async () =>
    expect((await valuesOf('facts'))?.map(String).toSorted()).toEqual(['戊', '甲,丙,丁']),
  );
});

it('a ledger that is left on a full disk counts as not saved until there is room', async () => {
  const draft = show<readonly string[], DraftValue<string>>(
    (stored) =>
      useDraftValue(
        { ...target, field: 'facts' },
        stored.join('\n'),
        (text) => (text === '' ? null : { value: text.split('\n') }),
        [...stored],
      ),
    ['甲'],
  );
  await draft.drawn();
  bridge.journalProblem = problem('disk.full');
  draft.now().set('甲\n乙');
  close();
  // Longer than the first try, which fails.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([unsavedFields.get(), await valuesOf('facts')]).toEqual([1, [['甲']]]);
  bridge.journalProblem = null;
  await flushUnsaved();
  expect([unsavedFields.get(), await valuesOf('facts')]).toEqual([0, [['甲', '乙']]]);
});

it('words that came while an input method composed are shown when nothing was composed after all', async () => {
  const text = show<string, TextField>(
    (stored) => useTextField({ ...target, field: 'name' }, stored),
    '一厂',
  );
  (await text.drawn()).onCompositionStart();
  text.report('一厂东区');
  await vi.waitFor(() => expect(text.now().value).toBe('一厂'));
  text.now().onCompositionEnd({ currentTarget: { value: '一厂' } });
  await vi.waitFor(() => expect(text.now().value).toBe('一厂东区'));
  expect(await valuesOf('name')).toEqual(['一厂']);
});

it('a text that is saved together with words from elsewhere is shown as it was saved, from the moment it counts as saved', async () => {
  const note = { kind: 'note', id: 'n1', tour: 't1' } as const;
  await store.save([{ ...note, values: { text: '围挡破损' } }]);
  const text = show<string, TextField>(
    (stored) => useTextField({ ...note, field: 'text' }, stored),
    '围挡破损',
  );
  const shown: string[] = [];
  const stop = unsavedFields.subscribe(() => {
    if (unsavedFields.get() === 0) shown.push(text.now().value);
  });
  (await text.drawn()).put('围挡破损，已通知');
  await store.save([{ ...note, values: { text: '东侧围挡破损' } }]);
  text.now().onBlur();
  await vi.waitFor(() => expect(shown).toEqual(['东侧围挡破损，已通知']));
  stop();
  expect(await valuesOf('text', 'n1')).toEqual(shown);
});

it('a list that was saved here before does not come back when the screen tells of it late', async () => {
  const list = showFacts();
  await list.drawn();
  await saved(list, ['甲', '乙']);
  await saved(list, ['甲', '乙', '丙']);
  list.report(['甲', '乙']);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(list.now().value).toEqual(['甲', '乙', '丙']);
  list.report(['甲', '乙', '丙']);
  await new Promise((resolve) => setTimeout(resolve, 50));
  // What was there before is taken from elsewhere, and from an undo, once the last save was told of.
  list.report(['甲', '乙']);
  await vi.waitFor(() => expect(list.now().value).toEqual(['甲', '乙']));
});

it('a list that was set and set back does not show for a moment what stood between, but shows it where it comes from elsewhere', async () => {
  const list = showFacts();
  await list.drawn();
  await saved(list, ['甲', '乙']);
  await saved(list, ['甲']);
  list.report(['甲', '乙']);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(list.now().value).toEqual(['甲']);
  list.report(['甲']);
  await new Promise((resolve) => setTimeout(resolve, 50));
  // Both were told of: whatever comes now comes from elsewhere.
  list.report(['甲', '乙']);
  await vi.waitFor(() => expect(list.now().value).toEqual(['甲', '乙']), { timeout: 500 });
  await saved(list, ['甲']);
  await saved(list, ['甲', '乙']);
  // Of a save that was followed by another at once the screen may never tell.
  list.report(['甲']);
  await vi.waitFor(() => expect(list.now().value).toEqual(['甲']), { timeout: 3000 });
});

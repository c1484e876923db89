import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { syncCalls } from '../../../electron/calls/sync-calls';
import { openShownViews } from '../../../electron/sync/shown-views';
import { type ChangeJournal, changeJournal } from '../../../electron/journal/change-journal';
import type { Change } from '../../../shared/changes/change';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { type Journal, openJournal } from '../../../shared/node/journal';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { anyAccess } from '../../server/signed';
import { plainSeal } from '../../../shared/sealing/seal';

let folder: string;
let raw: Journal;
let journal: ChangeJournal;
let shown: Awaited<ReturnType<typeof openShownViews>>;
/** What the server got, and what it has for this laptop. */
let sent: readonly Change[];
let after: unknown;
let newer: readonly Change[];
/** What is withheld, and of what main was told that a server has judged it. */
const held = new Set<string>();
let judged: unknown[];

const settings = settingsSchema.parse({ serverUrl: 'http://127.0.0.1:1' });
const question = { epoch: null, cursors: {}, views: {}, changes: [], named: [], page: 1 << 20 };
const callsOf = () =>
  syncCalls(
    {
      settings: () => settings,
      office: anyAccess,
      fetch: async (_, init) => {
        const body = JSON.parse(init?.body as string) as {
          readonly changes: readonly Change[];
          readonly after?: unknown;
        };
        ({ changes: sent, after } = body);
        const settled = sent.map(({ id }) => id);
        const rest = { refused: [], cursors: {}, views: {}, more: false };
        return Response.json({ protocol: 2, epoch: 'e1', settled, newer, ...rest });
      },
    },
    { device: 'd1', version: '0.1.0' },
    journal,
    {
      mayGo: (id) => !held.has(id),
      judged: async (taken, refused) => void judged.push([taken, refused]),
    },
    shown,
  );

function changeOf(id: string): Change {
  return {
    id,
    scope: 't1',
    kind: 'note',
    record: `of-${id}`,
    fields: { text: { value: id, replaces: [] } },
    author: '周敏',
    device: 'd1',
    at: '2026-03-02T09:00:00Z',
  };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunji-sync-calls-'));
  raw = await openJournal({
    directory: folder,
    fileSystem: nodeFileSystem,
    seal: plainSeal,
    newGeneration: 'g1',
  });
  journal = changeJournal(raw, () => Promise.resolve(true));
  shown = await openShownViews(nodeFileSystem, join(folder, 'shown.json'));
  [sent, newer, judged] = [[], [], []];
  held.clear();
});
afterEach(async () => {
  await raw.close();
  await rm(folder, { recursive: true });
});

it('sends what the window names by its place in the journal, also where entries between were taken off', async () => {
  const all = ['a', 'b', 'c', 'd'].map(changeOf);
  await journal.append({ origin: 'local', changes: all });
  await raw.rewrite(({ sequence, payload }) => (sequence === 2 ? null : payload));
  const named = [
    { id: 'a', sequence: 1 },
    { id: 'c', sequence: 3 },
    { id: 'd', sequence: 4 },
  ];
  expect(await callsOf()['sync.exchange']({ ...question, named })).toMatchObject({ ok: true });
  expect(sent).toEqual([all[0], all[2], all[3]]);
});

it('sends nothing where the journal has something else at that place, or nothing', async () => {
  await journal.append({ origin: 'local', changes: [changeOf('a')] });
  for (const named of [[{ id: 'b', sequence: 1 }], [{ id: 'a', sequence: 7 }]])
    expect(await callsOf()['sync.exchange']({ ...question, named })).toMatchObject({ ok: false });
  expect(sent).toEqual([]);
});

it('writes what came into the journal when the window takes it in, once, and not what it does not understand', async () => {
  const strange = { id: 'x', kind: 'of a newer Xunji' } as unknown as Change;
  newer = [changeOf('a'), strange, changeOf('b')];
  const calls = callsOf();
  const answered = await calls['sync.exchange'](question);
  const held = answered.ok ? (answered.value.held ?? 0) : 0;
  expect(await journal.read(0, 10)).toEqual([]);
  expect(await calls['sync.keep']({ held, count: 3 })).toMatchObject({ ok: false });
  expect(await calls['sync.keep']({ held, count: 2 })).toEqual({ ok: true, value: { sequence: 2 } });
  expect(await calls['sync.keep']({ held, count: 2 })).toMatchObject({ ok: false });
  const entries = await journal.read(0, 10);
  expect(entries.map(({ origin, change }) => [origin, change.id])).toEqual([
    ['remote', 'a'],
    ['remote', 'b'],
  ]);
});

it('names what stands before a batch that is handed in ahead, and sends none whose forerunner it does not know', async () => {
  const all = ['a', 'b', 'c'].map(changeOf);
  await journal.append({ origin: 'local', changes: all });
  const calls = callsOf();
  const [a, b, c] = ['a', 'b', 'c'].map((id, place) => ({ id, sequence: place + 1 }));
  if (!a || !b || !c) throw new Error('three');
  await calls['sync.exchange']({ ...question, named: [a, b] });
  expect(after).toBeUndefined();
  await calls['sync.exchange']({ ...question, named: [c], behind: 'b' });
  expect([sent, after]).toEqual([[all[2]], { t1: ['a', 'b'] }]);
  const unknown = await calls['sync.exchange']({ ...question, named: [c], behind: 'a' });
  expect(unknown).toMatchObject({ ok: false, problem: { code: 'internal.bug' } });
});

it('sends nothing of what was withheld since the window read it, and tells what the server has judged', async () => {
  await journal.append({ origin: 'local', changes: ['a', 'b'].map(changeOf) });
  held.add('a').add('c');
  newer = [changeOf('n')];
  const named = ['a', 'b'].map((id, place) => ({ id, sequence: place + 1 }));
  const changes = [changeOf('c'), changeOf('d')];
  const answered = await callsOf()['sync.exchange']({ ...question, named, changes });
  expect(answered).toMatchObject({ value: { settled: ['b', 'd'] } });
  expect(judged).toEqual([[['b', 'd', 'n'], []]]);
});

it('remembers by the questions what the server of an epoch has shown', async () => {
  const calls = callsOf();
  expect(await calls['sync.shown']({})).toEqual({ ok: true, value: { epoch: null, views: {} } });
  await calls['sync.exchange']({ ...question, views: { t1: 'whole' } });
  expect(await calls['sync.shown']({})).toEqual({ ok: true, value: { epoch: null, views: {} } });
  await calls['sync.exchange']({ ...question, epoch: 'e1', views: { t1: 'whole' } });
  expect(await calls['sync.shown']({})).toEqual({ ok: true, value: { epoch: 'e1', views: { t1: 'whole' } } });
});

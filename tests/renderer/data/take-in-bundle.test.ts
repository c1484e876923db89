import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change';
import { problem } from '../../../shared/problems';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { plainSeal } from '../../../shared/sealing/seal';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { recover } from '../../../renderer/data/recover';
import { createStore } from '../../../renderer/data/store';
import { memoryBridge } from './memory-bridge';

let database: Database;
let bridge: ReturnType<typeof memoryBridge>;

const change: Change = {
  id: 'carried-1',
  scope: 't1',
  kind: 'note',
  record: 'n1',
  fields: { text: { value: '停用的电脑写的', replaces: [] } },
  author: '李强',
  device: 'device-2',
  at: '2026-11-20T08:00:00+08:00',
};
const bundle = {
  kind: 'opened' as const,
  opened: 'opened-1',
  bundle: 'bundle-1',
  device: 'device-2',
  name: '李强',
  at: '2026-11-20T20:00:00+08:00',
  titles: [],
  changes: 1,
  pages: 1,
  files: [],
  newFiles: 0,
  receipts: 0,
  known: false,
};
const patience = { timeout: 10_000 };

beforeEach(async () => {
  bridge = memoryBridge();
  database = openDatabase('take-in-bundle');
  await recover(database, plainSeal);
});
afterEach(async () => {
  database.close();
  await database.delete();
});

it('no round hands in what a bundle brings before its changes are here, nor sends them before they are handed in', async () => {
  const store = createStore({
    database,
    seal: plainSeal,
    device: 'device-1',
    version: '0.1.0',
    engine: 'test',
    settings: settingsSchema.parse({}),
    clock: () => Date.now(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  await expect.poll(() => store.syncStage.get().stage, patience).toBe('idle');
  const refused = [{ change: change.id, problem: problem('bundle.signerRevoked') }];
  bridge.brought = { changes: [change], page: { handed: 'h1', settled: [], refused } };
  // Long enough for a round that does not wait.
  bridge.whileBringing = async () => {
    store.syncNow();
    await new Promise((done) => setTimeout(done, 400));
    expect(bridge.pages).toHaveLength(1);
  };
  expect(await store.takeIn(bundle)).toEqual({ ok: true, value: 1 });
  await expect.poll(() => bridge.pages, patience).toEqual([]);
  await expect.poll(() => database.refused.count(), patience).toBe(1);
  expect([await database.outbox.count(), bridge.log]).toEqual([0, []]);
});

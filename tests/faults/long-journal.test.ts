import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeJournal } from '../../electron/journal/change-journal';
import type { Change } from '../../shared/changes/change';
import { nodeFileSystem } from '../../shared/node/file-system';
import { openJournal } from '../../shared/node/journal';
import { plainSeal } from '../../shared/sealing/seal';
import { openStoreBrowser } from '../store-in-browser/store-browser';
import { testFolder } from '../server/test-folder';

const entries = 10_000;
const allowedMillis = 60_000;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(testFolder(), 'xunji-long-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** A season's work of one laptop: notes, each mended once. */
async function fillJournal(name: string): Promise<void> {
  const directory = join(folder, 'journals', name);
  const options = {
    directory,
    fileSystem: nodeFileSystem,
    seal: plainSeal,
    newGeneration: `journal-${name}`,
  };
  const journal = await openJournal(options);
  const changes = changeJournal(journal, () => Promise.resolve(true));
  for (let from = 0; from < entries; from += 1000) {
    const page = Array.from({ length: 1000 }, (_, n) => changeOf(from + n));
    await changes.append({ origin: 'local', changes: page });
  }
  await journal.close();
}

function changeOf(n: number): Change {
  const half = entries / 2;
  const text = `第 ${n} 条：现场看了原料库和装置区，请企业一周内补齐台账。`;
  return {
    id: `change-${n}`,
    scope: 't1',
    kind: 'note',
    record: `n${n % half}`,
    fields: { text: { value: text, replaces: n < half ? [] : [`change-${n - half}`] } },
    author: '周敏',
    device: 'device-1',
    at: '2026-11-20T08:00:00+08:00',
  };
}

test('a database that is gone is made again from a journal of 10,000 changes in a minute, and read through', async () => {
  await fillJournal('long');
  const browser = await openStoreBrowser(folder, 'leveldb');
  const { ask } = await browser.store('long');
  const began = performance.now();
  const started = await ask((store) => store.start());
  const took = performance.now() - began;
  const rows = await ask((store) => store.rows());
  await browser.close();
  process.stdout.write(`made again from ${entries} changes in ${(took / 1000).toFixed(1)} s\n`);
  expect(started).toEqual({ recovered: entries, problem: null });
  expect(Object.keys(rows)).toHaveLength(entries / 2);
  expect(took).toBeLessThan(allowedMillis);
});

import type { Page } from '@playwright/test';
import { type RunningApp, launchApp } from '../../build/driver/launch-app';
import type { RunningServer } from '../../build/driver/start-server';
import { makeChange } from '../../shared/changes/make-change';
import type { Change } from '../../shared/changes/change';
import type { JoinCard } from '../../shared/protocol/join-card';
import type { SampleIssue } from '../sample-issues';
import { sampleId } from '../sample-issues';
import { rest } from './rest';
import { seededRandom } from '../../build/samples-maker/seeded-random';

/** The app as it is shipped: its window in Chromium with the real store, its main process, its journal. */
export interface XunjiLaptop {
  readonly app: RunningApp;
  /** Joined as that login: from the moment the server can be reached until nothing is left to send; milliseconds. */
  push(server: RunningServer, login: string): Promise<number>;
  /** As that login: from the moment the server can be reached until this many changes are applied; milliseconds. */
  pull(server: RunningServer, login: string, count: number): Promise<number>;
}

/** The bridge takes no more in one call. */
const perCall = 2000;

/** A laptop without a server on which these issues were typed: they are in its journal, its records and its outbox. */
export async function openXunjiLaptop(home: string, issues: readonly SampleIssue[]): Promise<XunjiLaptop> {
  const app = await launchApp({ home, settings: { userName: '检查员' } });
  const { page } = app;
  const changes = changesOf(issues, 'laptop-of-bench');
  for (let from = 0; from < changes.length; from += perCall)
    await call(page, 'journal.append', { origin: 'local', changes: changes.slice(from, from + perCall) });
  if (changes.length > 0) {
    await page.reload();
    await page.getByRole('button', { name: '导入行程' }).first().waitFor({ timeout: 120_000 });
  }
  await rest();
  return {
    app,
    push: async (server, login) => connect(page, await server.card({ login }), 0),
    pull: async (server, login, count) => connect(page, await server.card({ login }), count),
  };
}

/** What typing these issues amounts to: one change for each, the same for the same issues. */
export function changesOf(issues: readonly SampleIssue[], device: string): readonly Change[] {
  const random = seededRandom(Number.parseInt(issues[0]?.id.slice(-8) ?? '0', 16));
  let at = Date.UTC(2026, 2, 2);
  const author = {
    name: '检查员',
    device,
    clock: () => at,
    random: (size: number) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256)),
  };
  return issues.map(({ id, tour, values }) => {
    at += 61_000;
    return makeChange(author, { kind: 'issue', record: id, tour }, undefined, values);
  });
}

/** Ids of tours that no other run has. */
export function freshTour(): string {
  return `tour-${sampleId(Date.now(), Math.random)}`;
}

/** Names the server to the app and tells the window that there is a network, as Windows does; the sync loop does the rest. */
async function connect(page: Page, card: JoinCard, applied: number): Promise<number> {
  await call(page, 'office.join', card);
  return page.evaluate(async (wanted) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
      });
    const database = await done(indexedDB.open('xunji'));
    const isOver = async () => {
      if (wanted === 0)
        return (await done(database.transaction('outbox').objectStore('outbox').openKeyCursor())) === null;
      const progress = (await done(
        database.transaction('progress').objectStore('progress').get('progress'),
      )) as { readonly cursors: Readonly<Record<string, number>> };
      return Object.values(progress.cursors).reduce((sum, number) => sum + number, 0) >= wanted;
    };
    // Asked when the database says that something was written: to ask all the time is work that the other side does not have.
    let isWritten = false;
    let wake = () => {};
    const note = () => {
      isWritten = true;
      wake();
    };
    window.addEventListener('x-storagemutated-1', note);
    const begun = performance.now();
    window.dispatchEvent(new Event('online'));
    while (!(await isOver())) {
      if (performance.now() - begun > 300_000) throw new Error('the exchange did not end in five minutes');
      if (!isWritten)
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 250);
        });
      isWritten = false;
    }
    const millis = performance.now() - begun;
    window.removeEventListener('x-storagemutated-1', note);
    database.close();
    return millis;
  }, applied);
}

async function call(page: Page, name: string, input: object): Promise<void> {
  const answer = await page.evaluate(
    async ([name, json]) => {
      const { xunji } = globalThis as unknown as {
        readonly xunji: { call(name: string, input: unknown): Promise<{ readonly ok: boolean }> };
      };
      return xunji.call(name, JSON.parse(json) as unknown);
    },
    [name, JSON.stringify(input)] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
}

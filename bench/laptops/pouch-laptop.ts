import { type BrowserContext, type Page, chromium } from '@playwright/test';
import { browserArguments } from '../../build/steps/browser-arguments';
import { findBrowser } from '../../shared/node/find-browser';
import type { SampleIssue } from '../sample-issues';
import { rest } from './rest';
import { type Peer, startPeer } from './start-peer';

interface PouchDatabase {
  bulkDocs(docs: readonly unknown[]): Promise<unknown>;
  info(): Promise<{ readonly doc_count: number }>;
  readonly replicate: Readonly<Record<'to' | 'from', (url: string, options: object) => Promise<unknown>>>;
}

declare global {
  interface Window {
    readonly PouchDB: new (name: string) => PouchDatabase;
  }
}

export type CouchServer = Peer;

/** A server that speaks CouchDB's protocol, in a process of its own. */
export function startCouchServer(folder: string): Promise<CouchServer> {
  return startPeer('couch-server.mjs', folder);
}

export interface PouchLaptop {
  /** Into, and from, the server's database of that name. */
  push(server: CouchServer, name: string): Promise<number>;
  pull(server: CouchServer, name: string, count: number): Promise<number>;
  close(): Promise<void>;
}

/** PouchDB with its usual store (idb) in the same browser as the app's window, on a profile of its own. */
export async function openPouchLaptop(
  profile: string,
  server: CouchServer,
  issues: readonly SampleIssue[],
): Promise<PouchLaptop> {
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(process.env, process.platform) ?? undefined,
    headless: true,
    args: [...browserArguments],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(300_000);
  await page.goto(`${server.url}/page`);
  await page.evaluate(
    async (docs) => {
      const database = new window.PouchDB('laptop');
      for (let from = 0; from < docs.length; from += 1000)
        await database.bulkDocs(docs.slice(from, from + 1000));
      await database.info();
    },
    issues.map(({ id, values }) => ({ _id: id, kind: 'issue', ...values })),
  );
  await rest();
  return {
    push: (server, name) => replicate(page, 'to', `${server.url}/${name}`, issues.length),
    pull: (server, name, count) => replicate(page, 'from', `${server.url}/${name}`, count),
    close: () => context.close(),
  };
}

/** In batches of 1,000: with PouchDB's usual 100 it is slower still. */
async function replicate(page: Page, direction: 'to' | 'from', url: string, count: number): Promise<number> {
  const [millis, held] = await page.evaluate(
    async ([direction, url]) => {
      const database = new window.PouchDB('laptop');
      const begun = performance.now();
      await database.replicate[direction](url, { batch_size: 1000 });
      const millis = performance.now() - begun;
      return [millis, (await database.info()).doc_count] as const;
    },
    [direction, url] as const,
  );
  if (held !== count) throw new Error(`PouchDB holds ${held} of ${count}`);
  return millis;
}

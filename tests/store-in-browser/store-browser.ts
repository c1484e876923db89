import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, type Frame, type Page, chromium } from '@playwright/test';
import { build } from 'vite';
import { browserArguments } from '../../build/steps/browser-arguments';
import { findBrowser } from '../../shared/node/find-browser';
import { changeJournal } from '../../electron/journal/change-journal';
import { type FileSystem, nodeFileSystem } from '../../shared/node/file-system';
import { type Journal, openJournal } from '../../shared/node/journal';
import { plainSeal } from '../../shared/sealing/seal';
import type { StorePage } from './store-page';

/** Chromium keeps IndexedDB in LevelDB, and has a newer store on SQLite behind a switch. */
export const backends = { leveldb: [], sqlite: ['IdbSqliteBackingStore', 'IdbSqliteOnDiskRollout'] } as const;

export type Backend = keyof typeof backends;

export interface StoreInBrowser {
  readonly page: Page;
  /** How many entries of the journal the window has asked for. */
  readonly replayed: () => number;
  ask<T>(question: (store: StorePage) => Promise<T>): Promise<T>;
  /** Lets the next store take this one's page: opening one is what costs most. */
  leave(): void;
}

export interface StoreBrowser {
  /** Opens the store of a laptop of that name: its own origin with its own database, its own journal. */
  store(name: string, told?: (id: string, version: number) => Promise<void>): Promise<StoreInBrowser>;
  close(): Promise<void>;
  /** Ends Chromium at once, as a kill does: nothing is tidied up. */
  crash(): Promise<void>;
}

interface OpenStore {
  readonly journal: Journal;
  readonly calls: Readonly<Record<string, (input: never) => unknown>>;
  readonly told: (id: string, version: number) => Promise<void>;
}

let bundled: Promise<string> | null = null;

/** A Chromium whose pages hold the window's real store (no screens), bridged to the real journal in this process. */
export async function openStoreBrowser(
  folder: string,
  backend: Backend,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<StoreBrowser> {
  const code = await (bundled ??= bundle());
  await mkdir(folder, { recursive: true });
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findBrowser(process.env, process.platform) ?? undefined,
    headless: true,
    args: [
      ...browserArguments,
      '--disable-site-isolation-trials',
      '--renderer-process-limit=2',
      ...(backends[backend].length > 0 ? [`--enable-features=${backends[backend].join(',')}`] : []),
    ],
  });
  await serve(context, code);
  const stores = new Map<string, OpenStore>();
  const idle: Page[] = [];
  const of = (frame: Frame) => stores.get(new URL(frame.url()).hostname.replace('.localhost', ''));
  await context.exposeBinding('callMain', async ({ frame }, call: string, input: unknown) =>
    of(frame)?.calls[call]?.(input as never),
  );
  await context.exposeBinding('told', async ({ frame }, id: string, version: number) =>
    of(frame)?.told(id, version),
  );
  return {
    async store(name, told = () => Promise.resolve()) {
      const journal = await openJournal({
        directory: join(folder, 'journals', name),
        fileSystem,
        seal: plainSeal,
        newGeneration: `journal-${name}`,
      });
      const { calls, replayed } = mainCalls(journal);
      stores.set(name, { journal, calls, told });
      const page = idle.pop() ?? (await context.newPage());
      await page.goto(`http://${name}.localhost/`);
      return {
        page,
        replayed,
        ask: (question) => page.evaluate(`(${question.toString()})(window.store)`),
        leave: () => void idle.push(page),
      };
    },
    async close() {
      await context.close();
      for (const { journal } of stores.values()) await journal.close();
    },
    async crash() {
      const page = await context.newPage();
      const ended = new Promise((resolve) => context.once('close', resolve));
      const session = await context.newCDPSession(page);
      void session.send('Browser.crash').catch(() => undefined);
      await ended;
      for (const { journal } of stores.values()) await journal.close();
    },
  };
}

function mainCalls(journal: Journal) {
  const changes = changeJournal(journal, () => Promise.resolve(true));
  let replayed = 0;
  const calls: Readonly<Record<string, (input: never) => unknown>> = {
    'journal.describe': () => {
      const { generation, sequence, damagedBytes } = journal;
      return { ok: true, value: { generation, sequence, damagedBytes } };
    },
    'journal.append': (input) => changes.append(input),
    'journal.read': async ({ after, limit }: { after: number; limit: number }) => {
      const entries = await changes.read(after, limit);
      replayed += entries.length;
      return { ok: true, value: { entries } };
    },
    'sync.shown': () => ({ ok: true, value: { epoch: null, views: {} } }),
    'profile.forget': () => ({ ok: true, value: {} }),
  };
  return { calls, replayed: () => replayed };
}

async function serve(context: BrowserContext, code: string): Promise<void> {
  await context.route('**/*', async (route) => {
    const isScript = new URL(route.request().url()).pathname === '/store.js';
    await (isScript
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/store.js"></script>' }));
  });
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'store-page.ts'), formats: ['es'], fileName: 'store' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('the page of the store was not built');
  return chunk.code;
}

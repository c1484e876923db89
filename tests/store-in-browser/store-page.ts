import { unpack } from '../../shared/protocol/packed';
import { type Database, openDatabase } from '../../renderer/data/database';
import { checkBehind, recover } from '../../renderer/data/recover';
import { type Edit, save } from '../../renderer/data/save';
import { openState } from '../../renderer/data/sealed-json';
import { shownText } from '../../shared/changes/shown-text';
import { plainSeal } from '../../shared/sealing/seal';

/** Record id to the SHA-256 of its sealed row. */
export type Rows = Readonly<Record<string, string>>;

/** What a test may ask of the page: the window's own store without its screens. */
export interface StorePage {
  /** The rows as they lie on the disk, before anything is mended; null where Chromium cannot open or read them. */
  readRaw(): Promise<Rows | null>;
  /** The same, as numbers out of the texts that `writeOn` wrote. */
  readVersions(): Promise<Readonly<Record<string, number>> | null>;
  /** What the app does at its start, until all rows were read; resolves with how much was rebuilt, or the problem's code. */
  start(): Promise<{ readonly recovered: number; readonly problem: string | null }>;
  rows(): Promise<Rows>;
  /** Saves notes; resolves when the store says they are saved. */
  write(notes: Readonly<Record<string, string>>): Promise<void>;
  /** Saves one note after another, new ones and edits of earlier ones, until the page ends; tells `told` of each. */
  writeOn(lane: string): void;
  /** Sabotage: from now on the engine takes "strict" for a wish. */
  forgetDurability(): void;
  /** Makes Chromium move what it holds in its log into tables, and begin a new log. */
  fillLog(): Promise<void>;
}

declare global {
  interface Window {
    readonly store: StorePage;
    callMain(name: string, input: unknown): Promise<never>;
    /** Of a record that was shown as saved, with its version; resolves when the page may go on. */
    told(id: string, version: number): Promise<void>;
  }
}

Object.defineProperty(window, 'xunji', {
  value: { call: (name: string, input: unknown) => window.callMain(name, unpack(input)?.value ?? input) },
});

const database: Database = openDatabase();
const author = {
  name: '周敏',
  device: 'device-1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

async function write(notes: Readonly<Record<string, string>>): Promise<void> {
  const edits = Object.entries(notes).map(([id, text]): Edit => {
    return { kind: 'note', id, tour: 't1', values: { tour: 't1', stop: 'p1', text } };
  });
  const saved = await save(database, plainSeal, author, edits);
  if (!saved.ok) throw new Error(saved.problem.code);
}

async function rows(): Promise<Rows> {
  const all = await database.records.toArray();
  return Object.fromEntries(await Promise.all(all.map(async ({ id, sealed }) => [id, await sha256(sealed)])));
}

async function versions(): Promise<Readonly<Record<string, number>>> {
  const all = await database.records.toArray();
  return Object.fromEntries(
    all.map(({ id, sealed }) => [id, Number(shownText(openState(plainSeal, sealed), 'text'))]),
  );
}

/** Reads what Chromium opens, whatever that is, and closes it again. */
async function untouched<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    await database.open();
    return await read();
  } catch {
    return null;
  } finally {
    database.close();
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function forgetDurability(): void {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function relaxed(names, mode) {
    return transaction.call(this, names, mode, { durability: 'relaxed' });
  };
}

async function writeOn(lane: string): Promise<void> {
  for (let version = 1; ; version += 1) {
    // Every third write edits what was written before.
    const id = `${lane}-${version - (version % 3 === 0 ? 1 : 0)}`;
    await write({ [id]: `${version}` });
    await window.told(id, version);
  }
}

const page: StorePage = {
  readRaw: () => untouched(rows),
  readVersions: () => untouched(versions),
  async start() {
    const first = await recover(database, plainSeal);
    if (!first.ok) return { recovered: 0, problem: first.problem.code };
    const checked = await checkBehind(
      database,
      plainSeal,
      () => new Promise((resolve) => setTimeout(resolve)),
    );
    if (!checked.ok) return { recovered: 0, problem: checked.problem.code };
    if (checked.value === 'whole') return { recovered: first.value.recovered, problem: null };
    // As the window does: it begins anew.
    database.close();
    const second = await recover(database, plainSeal);
    return second.ok
      ? { recovered: second.value.recovered, problem: null }
      : { recovered: 0, problem: second.problem.code };
  },
  rows,
  write,
  forgetDurability,
  writeOn: (lane) => void writeOn(lane),
  async fillLog() {
    const filler = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('filler', 1);
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('s'));
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
    });
    const done = filler.transaction('s', 'readwrite');
    for (let n = 0; n < 145; n += 1) done.objectStore('s').put('x'.repeat(30_000), n);
    await new Promise((resolve) => done.addEventListener('complete', resolve));
    filler.close();
  },
};

Object.defineProperty(window, 'store', { value: page });

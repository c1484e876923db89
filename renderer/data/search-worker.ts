import { Dexie, type IntervalTree, RangeSet } from 'dexie';
import { pinyin } from 'pinyin-pro';
import { plainSeal } from '../../shared/sealing/seal';
import { createSearchIndex } from '../../shared/search/search-index';
import { searchableOf } from '../../shared/search/searchable';
import { spellText } from '../../shared/search/spelling';
import { segmentWords, wordsOfQuery } from '../../shared/search/words-of-query';
import { oneAtATime } from './one-at-a-time';
import { type Database, type RecordRow, openDatabase } from './database';
import { openState } from './sealed-json';
import type { SearchAnswer, SearchRequest } from './search-messages';

/** Small enough that a query never waits long behind one. */
const pageSize = 300;

const mostHits = 60;

/** Written at once by more than one hand could. */
const fewKeys = 20;

/** Long enough to come between two pages of an exchange. */
const restMillis = 1000;

const longestWaitMillis = 15_000;

const readings = new Map<string, string | undefined>();

const index = createSearchIndex((text) => spellText(text, readingOf));
const queue = oneAtATime();

const channel = self as unknown as {
  postMessage(answer: SearchAnswer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<SearchRequest>) => void): void;
};

/** All records in the memory of a thread of its own, read from the database in small pages and kept level with every save. */
channel.addEventListener('message', ({ data }) => {
  if (data.kind === 'open') void start(openDatabase(data.database));
  else answer(data);
});

async function start(database: Database): Promise<void> {
  const part = `idb://${database.name}/records/`;
  // Dexie tells every thread which keys were written: a save in the window reaches this index by itself.
  Dexie.on('storagemutated', (parts) => {
    const keys = parts[part];
    if (keys) note(database, keys);
  });
  for (let before = '\uffff'; ;) {
    const rows = await queue(() => readPage(database, before)).catch(() => null);
    if (rows === null) {
      await nextSecond();
      continue;
    }
    const last = rows.at(-1);
    if (!last) break;
    before = last.id;
  }
  isRead = true;
  tellProgress();
}

/** The newest first: that is what people look for while the rest is still being read. */
async function readPage(database: Database, before: string): Promise<readonly RecordRow[]> {
  const page = database.records.where('id').below(before).limit(pageSize);
  page.reverse();
  if (!database.isOpen()) await database.open();
  const rows = await page.toArray();
  for (const row of rows) take(row);
  return rows;
}

/** What was written and is not read yet. */
let missed = new RangeSet();
let timer: ReturnType<typeof setTimeout> | undefined;
/** When the first of much that is written is to be read at the latest. */
let latest = 0;
let isRead = false;

/**
 * What somebody typed is read at once. Where much is written, an exchange is under way: it has the disk for itself until it rests,
 * and until then what is not found may still be there.
 */
function note(database: Database, keys: IntervalTree): void {
  const written = new RangeSet().add(keys);
  const isMuch = [...written].length > fewKeys;
  missed.add(written);
  if (!isMuch && timer === undefined) return void queue(() => update(database));
  latest ||= performance.now() + longestWaitMillis;
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      void queue(() => update(database)).then(() => {
        timer = undefined;
        latest = 0;
        tellProgress();
      });
    },
    Math.max(0, Math.min(restMillis, latest - performance.now())),
  );
  tellProgress();
}

function tellProgress(): void {
  channel.postMessage({ kind: 'progress', ready: isRead && timer === undefined });
}

async function update(database: Database): Promise<void> {
  const written = missed;
  missed = new RangeSet();
  try {
    // Chromium closes it for every thread when the disk is full; a write that is told of means that the window has it again.
    if (!database.isOpen()) await database.open();
    const keys: string[] = [];
    for (const { from, to } of written) {
      if (from === to) keys.push(from as string);
      else for (const row of await rowsBetween(database, from as string, to as string)) take(row);
    }
    for (let from = 0; from < keys.length; from += pageSize)
      await updateKeys(database, keys.slice(from, from + pageSize));
  } catch {
    // Closed again: the next write that is told of brings these along.
    missed.add(written);
  }
}

/** Keys come in their order: of what was written together one look at the stretch finds all. */
async function updateKeys(database: Database, keys: readonly string[]): Promise<void> {
  const [first = '', last = ''] = [keys[0], keys.at(-1)];
  const most = keys.length * 2;
  const near = await rowsBetween(database, first, last, most);
  const isAll = near.length < most;
  const rows = isAll ? near : await database.records.bulkGet([...keys]);
  const wanted = new Set(keys);
  for (const row of rows) if (row && wanted.has(row.id)) take(row);
}

function rowsBetween(database: Database, from: string, to: string, most = Infinity) {
  return database.records.where('id').between(from, to, true, true).limit(most).toArray();
}

function nextSecond(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1000);
  });
}

function take(row: RecordRow): void {
  const entry = searchableOf(openState(plainSeal, row.sealed));
  if (entry) index.put(entry);
  else index.remove(row.id);
}

function answer({ id, text, only }: SearchRequest & { readonly kind: 'query' }): void {
  const words = wordsOfQuery(text);
  let result = index.search(words, only, mostHits);
  if (result.hits.length === 0) {
    const cut = segmentWords(words);
    if (cut) result = index.search(cut, only, mostHits);
  }
  channel.postMessage({ kind: 'found', id, result });
}

function readingOf(character: string): string | undefined {
  if (character < '\u3400' || character > '\u9fff') return undefined;
  if (!readings.has(character)) {
    const [first] = pinyin(character, { toneType: 'none', type: 'array', v: true });
    readings.set(character, first === character ? undefined : first);
  }
  return readings.get(character);
}

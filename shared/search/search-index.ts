import type { RecordKind } from '../records/record-schemas';
import type { Searchable } from './searchable';
import { type Range, type Spelling, findSpelled } from './spelling';

export interface SearchHit {
  readonly entry: Searchable;
  /** Where in its words. */
  readonly ranges: readonly Range[];
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** How many of each kind were found, `hits` or not. */
  readonly counts: Readonly<Partial<Record<RecordKind, number>>>;
  /** There are more than were looked at. */
  readonly more: boolean;
}

export interface SearchIndex {
  readonly size: number;
  /** Takes in what is new or changed. */
  put(entry: Searchable): void;
  remove(id: string): void;
  search(words: readonly string[], kind: RecordKind | null, limit: number): SearchResult;
}

/** Records whose name is what people look for first; they are looked through before everything that was written down. */
const named = new Set<RecordKind>(['tour', 'team', 'site', 'person', 'unit', 'checklist', 'meeting']);

/** One long string is searched several times faster than many short ones; a block is cheap enough to be joined again. */
const blockSize = 512;

/** Nobody reads further: they type one more letter. */
const mostFound = 500;

interface Block {
  readonly entries: (Searchable | null)[];
  /** The words of all entries, each on a line of its own; null while it has to be joined again. */
  joined: Joined | null;
}

interface Joined {
  readonly plain: string;
  readonly spelled: Spelling;
  /** Where each entry begins in `plain`, and so in the initials. */
  readonly starts: readonly number[];
}

/**
 * A scan of strings in memory: 100,000 records in milliseconds, no index to build while a person waits. `spell` gives pinyin;
 * it is passed in, because its dictionary is large.
 */
export function createSearchIndex(spell: (text: string) => Spelling): SearchIndex {
  const groups: { readonly named: Block[]; readonly written: Block[] } = { named: [], written: [] };
  const places = new Map<string, { readonly block: Block; readonly at: number }>();

  function remove(id: string): void {
    const place = places.get(id);
    if (!place) return;
    places.delete(id);
    // Its words stay in the joined string until that is joined again; a hit in them meets null.
    place.block.entries[place.at] = null;
  }

  function put(entry: Searchable): void {
    remove(entry.id);
    const blocks = named.has(entry.kind) ? groups.named : groups.written;
    let block = blocks.at(-1);
    if (!block || block.entries.length >= blockSize) blocks.push((block = { entries: [], joined: null }));
    places.set(entry.id, { block, at: block.entries.length });
    block.entries.push(entry);
    // A full block is joined once and for all, by whoever fills it and not by the first who searches.
    block.joined = block.entries.length === blockSize ? join(block.entries, spell) : null;
  }

  function search(words: readonly string[], kind: RecordKind | null, limit: number): SearchResult {
    const sought = words.map((word) => word.toLowerCase()).filter(Boolean);
    const found: SearchHit[] = [];
    const counts: Partial<Record<RecordKind, number>> = {};
    const [first, ...others] = sought.toSorted((a, b) => b.length - a.length);
    if (first === undefined) return { hits: [], counts, more: false };
    let seen = 0;
    for (const block of [...groups.named.toReversed(), ...groups.written.toReversed()]) {
      block.joined ??= join(block.entries, spell);
      for (const hit of scan(block.entries, block.joined, first, others)) {
        counts[hit.entry.kind] = (counts[hit.entry.kind] ?? 0) + 1;
        if (kind !== null && hit.entry.kind !== kind) continue;
        found.push(hit);
        // Of one kind alone: thousands of sites must not stand before the one person who is looked for.
        seen += 1;
      }
      if (seen >= mostFound) break;
    }
    return { hits: found.toSorted(byWorth).slice(0, limit), counts, more: seen >= mostFound };
  }

  return {
    get size() {
      return places.size;
    },
    put,
    remove,
    search,
  };
}

function join(entries: readonly (Searchable | null)[], spell: (text: string) => Spelling): Joined {
  const starts: number[] = [];
  let length = 0;
  const lines = entries.map((entry) => {
    const line = lower(entry?.words ?? '').replaceAll('\n', ' ');
    starts.push(length);
    length += line.length + 1;
    return line;
  });
  const plain = lines.join('\n');
  return { plain, spelled: spell(plain), starts };
}

function* scan(
  entries: readonly (Searchable | null)[],
  joined: Joined,
  first: string,
  others: readonly string[],
): Generator<SearchHit> {
  const { starts } = joined;
  let last = -1;
  for (const range of rangesOf(joined, first)) {
    const at = placeOf(starts, range.from);
    const entry = entries[at];
    if (!entry || at === last) continue;
    const start = starts[at] ?? 0;
    const end = start + lower(entry.words).length;
    const more = others.map((word) => rangeWithin(joined, word, start, end));
    if (more.includes(null) || range.to > end) continue;
    last = at;
    const ranges = [range, ...more.flatMap((other) => other ?? [])];
    yield { entry, ranges: ranges.map(({ from, to }) => ({ from: from - start, to: to - start })) };
  }
}

/** Every place of a word, as it is written or as it is spelled, in order. */
function rangesOf({ plain, spelled }: Joined, word: string): readonly Range[] {
  const ranges: Range[] = [];
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length))
    ranges.push({ from: at, to: at + word.length });
  return isLatin(word)
    ? [...ranges, ...findSpelled(spelled, word)].toSorted((a, b) => a.from - b.from)
    : ranges;
}

function rangeWithin({ plain, spelled }: Joined, word: string, start: number, end: number): Range | null {
  const at = plain.indexOf(word, start);
  if (at >= 0 && at + word.length <= end) return { from: at, to: at + word.length };
  if (!isLatin(word)) return null;
  return findSpelled(spelled, word).find(({ from, to }) => from >= start && to <= end) ?? null;
}

function placeOf(starts: readonly number[], position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Names before texts, then what begins with the word, then the newest: ids are ordered by time. */
function byWorth(a: SearchHit, b: SearchHit): number {
  const worth = ({ entry, ranges }: SearchHit) =>
    (named.has(entry.kind) ? 2 : 0) + (ranges[0]?.from === 0 ? 1 : 0);
  return worth(b) - worth(a) || (a.entry.id < b.entry.id ? 1 : -1);
}

/** Of the same length as the text, so that places agree. */
function lower(text: string): string {
  const low = text.toLowerCase();
  return low.length === text.length ? low : text;
}

function isLatin(word: string): boolean {
  return /^[a-z]+$/.test(word);
}

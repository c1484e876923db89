import type { CellFault } from '../itinerary/cell-fault';
import { cellKey } from '../itinerary/cell-text';
import { type FaultWords, faultAt, quoted } from '../itinerary/fault-at';
import { type Entry, textOf } from './read-entries';

/** A record that an entry may mean; `within` tells namesakes apart: the unit of a person, the parent of a unit. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly within: string;
}

export interface NamedWords {
  readonly within: { readonly field: string; readonly zh: string; readonly en: string };
}

/**
 * Which record each entry means: by its 编号, else by name and `within`, else by a name that nobody else has. Entries that
 * mean no record are new and missing in the result. Where a name alone does not tell, the cell is a fault that asks.
 */
export function matchNamed(
  entries: readonly Entry[],
  existing: readonly Named[],
  withinOf: (entry: Entry) => string,
  words: NamedWords,
  faults: CellFault[],
): ReadonlyMap<Entry, string> {
  const matched = new Map<Entry, string>();
  const claimed = new Map<string, number>();
  const known = new Set(existing.map(({ id }) => id));
  const claim = (entry: Entry, id: string): void => {
    const earlier = claimed.get(id);
    if (earlier === undefined) {
      claimed.set(id, entry.source.row);
      matched.set(entry, id);
    } else faults.push(faultAt(entry.source.place('name'), listedTwice(textOf(entry, 'name'), earlier)));
  };
  const byName = new Map<string, Named[]>();
  for (const named of existing) push(byName, cellKey(named.name), named);
  const rest = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = cellKey(textOf(entry, 'name'));
    if (known.has(entry.id)) claim(entry, entry.id);
    else if (name === '') faults.push(faultAt(entry.source.place('name'), nameMissing));
    else push(rest, name, entry);
  }
  for (const [name, group] of rest) {
    const candidates = byName.get(name) ?? [];
    const places = new Map<string, number>();
    const open: Entry[] = [];
    for (const entry of group) {
      const within = withinOf(entry);
      const earlier = places.get(within);
      if (earlier !== undefined) {
        faults.push(faultAt(entry.source.place('name'), listedTwice(textOf(entry, 'name'), earlier)));
        continue;
      }
      places.set(within, entry.source.row);
      const same = candidates.filter((candidate) => candidate.within === within);
      const [only] = same;
      if (same.length === 1 && only !== undefined) claim(entry, only.id);
      else if (same.length > 1 || (within === '' && (candidates.length > 1 || group.length > 1)))
        faults.push(faultAt(placeOf(entry, words), whichOne(textOf(entry, 'name'), words)));
      else open.push(entry);
    }
    // One entry, one record of that name: the same one, that has moved.
    const [entry] = open;
    const [candidate] = candidates;
    if (open.length === 1 && group.length === 1 && candidates.length === 1 && entry && candidate)
      claim(entry, candidate.id);
  }
  return matched;
}

function push<V>(groups: Map<string, V[]>, key: string, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

function placeOf(entry: Entry, { within }: NamedWords) {
  const place = entry.source.place(within.field);
  return place.column === '' ? entry.source.place('name') : place;
}

const nameMissing: FaultWords = {
  zh: '名称（姓名）是空的，请填写，或删去这一行。',
  en: 'The name is empty; fill it in or delete the row.',
};

function listedTwice(name: string, row: number): FaultWords {
  return {
    zh: `“${quoted(name)}”与第 ${row} 行是同一条，只能写一次。`,
    en: `“${quoted(name)}” is already listed in row ${row}; list it once.`,
  };
}

function whichOne(name: string, { within }: NamedWords): FaultWords {
  return {
    zh: `名叫“${quoted(name)}”的不止一个，请在“${within.zh}”列写明是哪一个。`,
    en: `More than one is named “${quoted(name)}”; say in the column “${within.en}” which one is meant.`,
  };
}

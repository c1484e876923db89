import type { AnyNode, RepeatInstanceNode } from '@getodk/xforms-engine';
import type { Answers } from './form';

/**
 * The numbers under which entries of repeats are kept. An entry keeps its number when another one before it goes: were it its
 * place, a removal on one laptop would shift answers under those that another laptop gives at the same time.
 */
export interface EntryKeys {
  /** The path of a node below the path of its parent. */
  pathOf(node: AnyNode, parent: AnyNode, parentPath: string): string;
  /** The paths of a repeat's entries in their order; an entry not seen before gets a number. */
  pathsOf(entries: readonly RepeatInstanceNode[], repeatPath: string): readonly string[];
  give(entry: RepeatInstanceNode, key: string): void;
}

/** `stored`: the numbers that a sheet has already, by the path of their repeat. */
export function createEntryKeys(stored: ReadonlyMap<string, readonly string[]>): EntryKeys {
  const keys = new Map<string, string>();
  return {
    pathOf: (node, parent, parentPath) => {
      const own = node.currentState.reference.slice(parent.currentState.reference.length + 1);
      return parentPath === '' ? own : `${parentPath}/${own}`;
    },
    pathsOf: (entries, repeatPath) => {
      const taken = new Set(entries.map((entry) => keys.get(entry.nodeId)));
      for (const [index, entry] of entries.entries()) {
        if (keys.has(entry.nodeId)) continue;
        const known = stored.get(repeatPath)?.[index];
        const key = known !== undefined && !taken.has(known) ? known : freeNumber(index + 1, taken);
        keys.set(entry.nodeId, key);
        taken.add(key);
      }
      return entries.map((entry) => `${repeatPath}[${keys.get(entry.nodeId) ?? ''}]`);
    },
    give: (entry, key) => void keys.set(entry.nodeId, key),
  };
}

function freeNumber(from: number, taken: ReadonlySet<string | undefined>): string {
  let number = from;
  while (taken.has(String(number))) number += 1;
  return String(number);
}

/** A number that no other laptop gives: from an id of version 7, its milliseconds and two figures of chance, so that later is higher. */
export function entryKey(id: string): string {
  const hex = id.replaceAll('-', '');
  return String(Number.parseInt(hex.slice(0, 12), 16) * 100 + (Number.parseInt(hex.slice(-6), 16) % 100));
}

/** The numbers of a sheet's entries by the path of their repeat, in the order in which they stand. */
export function storedKeys(
  answers: Answers,
  isCounted: (repeatPath: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const [path, value] of Object.entries(answers)) {
    if (value === null) continue;
    for (const { repeatPath, key } of entriesOn(path)) {
      found.set(repeatPath, (found.get(repeatPath) ?? new Set()).add(key));
    }
  }
  return new Map(
    [...found].map(([repeatPath, keys]) => {
      const sorted = [...keys].sort((a, b) => Number(a) - Number(b));
      const last = Number(sorted.at(-1));
      // Where a count decides how many there are, the second entry is the second one, also when the first is empty.
      const counted = isCounted(repeatPath) && last <= mostCounted;
      return [repeatPath, counted ? Array.from({ length: last }, (_, at) => String(at + 1)) : sorted];
    }),
  );
}

const mostCounted = 9_999;

/** The entries that a path leads through: of "a[3]/b[7]/c" the entry 3 of "a" and the entry 7 of "a[3]/b". */
export function entriesOn(
  path: string,
): readonly { readonly repeatPath: string; readonly key: string; readonly path: string }[] {
  return [...path.matchAll(/\[(\d+)\]/g)].map((match) => ({
    repeatPath: path.slice(0, match.index),
    key: match[1] ?? '',
    path: path.slice(0, match.index + match[0].length),
  }));
}

/** Answers by the place of their entries, as the engine counts: "a[1700000000000]/b" becomes "a[2]/b". */
export function placedAnswers(answers: Answers, stored: ReadonlyMap<string, readonly string[]>): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([path, value]) => {
      const placed = value === null ? null : placedPath(path, stored);
      return placed === null ? [] : [[placed, value]];
    }),
  );
}

function placedPath(path: string, stored: ReadonlyMap<string, readonly string[]>): string | null {
  let placed = path;
  // From the last one to the first, so that the places of those before stay where they were found.
  for (const { repeatPath, key } of entriesOn(path).toReversed()) {
    const place = stored.get(repeatPath)?.indexOf(key) ?? -1;
    if (place < 0) return null;
    const start = repeatPath.length;
    placed = `${placed.slice(0, start)}[${place + 1}]${placed.slice(start + key.length + 2)}`;
  }
  return placed;
}

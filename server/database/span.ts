import type { Change } from '../../shared/changes/change';

type Pair = Pick<Change, 'scope' | 'id'>;

/**
 * Parameters that say where (scope, id) pairs lie: the scopes, each once, the first id and the last. Ids are ASCII, so that their order
 * here is that of the columns, which are in "C". Of a laptop that brings what is new nothing lies there, since ids begin with their time:
 * one look into the index then tells what thousands would.
 */
export function spanOf(pairs: readonly Pair[]): readonly [readonly string[], string, string] {
  let [from, to] = [pairs[0]?.id ?? '', pairs[0]?.id ?? ''];
  for (const { id } of pairs) {
    if (id > to) to = id;
    else if (id < from) from = id;
  }
  return [[...new Set(pairs.map(({ scope }) => scope))], from, to];
}

/** Whether anything of the table lies in the span whose parameters begin with this number. */
export function anyInSpan(table: 'changes' | 'records', first: number): string {
  return `exists (select from ${table}
    where scope = any($${first}::text[]) and id between $${first + 1} and $${first + 2})`;
}

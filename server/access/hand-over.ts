import type { Handed } from '../../shared/sync/place-records';
import type { Transaction } from '../database/database';
import { findUnhanded } from '../database/handed-queries';
import { lockScopes, setLastNumbers } from '../database/scope-queries';

/** Gives earlier changes to readers who were not shown them, with numbers that no cursor has passed. Their scopes must be locked. */
export async function handOver(
  { query, put }: Pick<Transaction, 'query' | 'put'>,
  handed: readonly Handed[],
): Promise<void> {
  const fresh = await findUnhanded(query, handed);
  if (fresh.length === 0) return;
  const last = new Map(await lockScopes(query, [...new Set(fresh.map(({ scope }) => scope))]));
  const rows = fresh.map((one) => {
    const number = (last.get(one.scope) ?? 0) + 1;
    last.set(one.scope, number);
    return { ...one, number };
  });
  await put('handed', rows);
  await setLastNumbers(query, last);
}

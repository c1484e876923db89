import type { Database } from '../database';

/**
 * How many changes wait to be sent. Every write that moves one keeps the number: to count them IndexedDB walks through all, and of a day's
 * work that was asked several times an exchange.
 */
export async function countUnsent({ progress, outbox }: Database): Promise<number> {
  const row = await progress.get('progress');
  return row?.unsent ?? outbox.orderBy('ids').count();
}

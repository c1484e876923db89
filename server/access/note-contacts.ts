import { tellHeaders } from '../../shared/protocol/session';
import type { Database } from '../database/database';
import { noteContact } from '../database/device-queries';
import type { Asking } from './asking';

/** Often enough for people who look at a list of laptops. */
const everyMillis = 60_000;

/**
 * Notes when laptops come and what they tell, each at most once a minute: an exchange would otherwise write a row more. That nothing is
 * left is told at once: somebody waits for it.
 */
export function contactNoter(
  database: Database,
): (asking: Asking, headers: Readonly<Record<string, unknown>>) => Promise<void> {
  const noted = new Map<string, { readonly at: number; readonly pending: number }>();
  return async ({ caller: { device }, now }, headers) => {
    const pending = Math.min(Number.parseInt(wordIn(headers[tellHeaders.pending]), 10) || 0, 1e9);
    const last = noted.get(device) ?? { at: 0, pending: 0 };
    const isDone = pending === 0 && last.pending > 0;
    if (device === '' || (now - last.at < everyMillis && !isDone)) return;
    noted.set(device, { at: now, pending });
    const told = {
      at: new Date(now).toISOString(),
      version: wordIn(headers[tellHeaders.version]),
      pending,
    };
    await database.transact(({ query }) => noteContact(query, device, told));
  };
}

function wordIn(header: unknown): string {
  return typeof header === 'string' && /^[\w.+-]{1,40}$/.test(header) ? header : '';
}

import { tellHeaders } from '../../shared/protocol/session';
import type { Database } from '../database/database';
import { noteContact } from '../database/device-queries';
import type { Asking } from './asking';

/** Often enough for people who look at a list of laptops. */
const everyMillis = 60_000;

/** Notes when laptops come and what they tell, each at most once a minute: an exchange would otherwise write a row more. */
export function contactNoter(
  database: Database,
): (asking: Asking, headers: Readonly<Record<string, unknown>>) => Promise<void> {
  const noted = new Map<string, number>();
  return async ({ caller: { device }, now }, headers) => {
    if (device === '' || now - (noted.get(device) ?? 0) < everyMillis) return;
    noted.set(device, now);
    const told = {
      at: new Date(now).toISOString(),
      version: wordIn(headers[tellHeaders.version]),
      pending: Math.min(Number.parseInt(wordIn(headers[tellHeaders.pending]), 10) || 0, 1e9),
    };
    await database.transact(({ query }) => noteContact(query, device, told));
  };
}

function wordIn(header: unknown): string {
  return typeof header === 'string' && /^[\w.+-]{1,40}$/.test(header) ? header : '';
}

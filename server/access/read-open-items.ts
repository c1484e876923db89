import { createHash } from 'node:crypto';
import {
  type OpenItem,
  type OpenItemsReply,
  type OpenItemsRequest,
  openItemsLimit,
} from '../../shared/protocol/open-items';
import type { Database } from '../database/database';
import { readShownItems } from '../database/open-item-queries';
import type { Asking } from './asking';
import { readAs } from './read-as';

/**
 * What is open at the sites of the caller's tours and is no record that he reads himself. Its hash is its version: nothing has to be kept
 * about who has which. Of more than `most` the newest are given, and that it is so.
 */
export async function readOpenItems(
  database: Database,
  { caller }: Asking,
  { version, away }: OpenItemsRequest,
  most = openItemsLimit,
): Promise<OpenItemsReply> {
  // Who reads every record is shown none of them a second time; to look at all sites for that is for nothing.
  const isNothing = caller.role === 'administrator' && away.length === 0;
  const rows = isNothing
    ? []
    : await readAs(database, caller, (query) => readShownItems(query, away, most + 1));
  const items = rows.slice(0, most).map(({ id, site, tour, body, label }): OpenItem => {
    const { kind, text, severity, more } = body;
    return { id, kind, site, tour, title: label.title, date: label.date, text, severity, more };
  });
  const now = createHash('sha256').update(JSON.stringify(items)).digest('base64url');
  return { version: now, items: now === version ? null : items, isCut: rows.length > most };
}

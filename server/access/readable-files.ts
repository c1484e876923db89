import { type NamedFile, findReadable } from '../database/attachment-queries';
import type { Office } from '../office';
import type { Asking } from './asking';
import { readAccess } from './read-access';

/**
 * Which of these files the caller may have: those that they brought, and those that a record names which they see, where somebody who
 * sees it too has brought the file. An administrator sees every record.
 */
export async function readableFiles(
  office: Pick<Office, 'database'>,
  asking: Asking,
  hashes: readonly string[],
): Promise<readonly string[]> {
  if (asking.caller.role === 'administrator') return hashes;
  const rows = await readableRows(office, asking, hashes);
  return [...new Set(rows.filter(({ is_held }) => is_held).map(({ sha256 }) => sha256))];
}

/** The hash of the small picture of a file that the caller may see; null where there is none. */
export async function readableThumb(
  office: Pick<Office, 'database'>,
  asking: Asking,
  sha256: string,
): Promise<string | null> {
  const rows = await readableRows(office, asking, [sha256]);
  return rows.find(({ thumb }) => thumb !== '')?.thumb ?? null;
}

function readableRows(
  { database }: Pick<Office, 'database'>,
  asking: Asking,
  hashes: readonly string[],
): Promise<readonly NamedFile[]> {
  return database.transact(async ({ query }) => {
    const scopes = await readAccess(query, asking);
    const views = [...scopes].map(([scope, { view }]) => ({ scope, view }));
    return findReadable(query, hashes, views, asking.caller.account);
  });
}

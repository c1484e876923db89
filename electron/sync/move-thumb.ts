import { readFile } from 'node:fs/promises';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { paths, thumbTag } from '../../shared/protocol/sync';
import { isThumb } from '../../shared/protocol/transfers';
import type { Arrivals } from '../files/arrivals';
import type { PictureCache } from '../files/picture-cache';
import { type Connection, ask } from './sync-client';

/** Gives the server the small picture of a photo, so that others see it before its original has come. */
export async function sendThumb(
  connection: Connection,
  thumbs: PictureCache,
  sha256: string,
): Promise<Outcome<Record<string, never>>> {
  if (!(await thumbs.has(sha256))) return fail(problem('attachment.missing', { name: sha256.slice(0, 8) }));
  const bytes = await readFile(thumbs.pathOf(sha256));
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ jpeg: bytes.toString('base64') });
  const answered = await ask(connection, `${paths.thumbs}/${sha256}`, { method: 'PUT', headers, body });
  return answered.ok ? succeed({}) : answered;
}

/** Fetches the small picture of a photo into the cache. Its bytes cannot be told by a hash: only a JPEG of that size is kept. */
export async function fetchThumb(
  connection: Connection,
  thumbs: PictureCache,
  arrivals: Pick<Arrivals, 'begin'>,
  sha256: string,
): Promise<Outcome<Record<string, never>>> {
  const { stopped, end } = arrivals.begin(sha256);
  try {
    if (await thumbs.has(sha256)) return succeed({});
    const fetched = await fetch(connection, thumbs, sha256);
    if (!stopped.aborted) return fetched;
    // Its original was taken off while this was being written.
    await thumbs.drop(sha256);
    return fail(problem('attachment.unknown'));
  } finally {
    end();
  }
}

async function fetch(
  connection: Connection,
  thumbs: PictureCache,
  sha256: string,
): Promise<Outcome<Record<string, never>>> {
  const answered = await ask(connection, `${paths.thumbs}/${sha256}`, {});
  if (!answered.ok) return answered;
  const bytes = new Uint8Array(await answered.value.arrayBuffer().catch(() => new ArrayBuffer(0)));
  if (answered.value.headers.get('etag') !== thumbTag(sha256) || !isThumb(bytes))
    return fail(problem('server.answerStrange'));
  return thumbs.keep(sha256, bytes);
}

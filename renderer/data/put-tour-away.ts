import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { knownFilesLimit } from '../../shared/protocol/transfers';
import type { Seal } from '../../shared/sealing/seal';
import { putAway } from '../../shared/sync/put-away';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { fileHashOf } from './file-hash-of';
import { heldByOwnHub } from './held-by-own-hub';
import { laptopStoreOn } from './laptop-store';
import type { Queue } from './one-at-a-time';
import { flushUnsaved } from './unsaved-fields';

interface Parts {
  readonly database: Database;
  readonly seal: Seal;
  readonly queue: Queue;
  /** A whole round with the server that begins now. */
  readonly exchangeNow: () => Promise<Outcome<unknown>>;
}

/**
 * Puts a tour away: what is typed is saved first, the server is met, and asked for every file of the tour that is here. Only then does
 * anything go; whatever is saved meanwhile waits to be sent, and holds it up.
 */
export async function putTourAway(parts: Parts, tour: string): Promise<Outcome<null>> {
  const { database, seal, queue, exchangeNow } = parts;
  await flushUnsaved();
  const met = await exchangeNow();
  if (!met.ok) return met;
  const lacking = await findLacking(database, seal, tour);
  if (!lacking.ok) return lacking;
  if (lacking.value.length > 0) {
    await database.files.where('sha256').anyOf(lacking.value).modify({ state: 'toSend' });
    return fail(problem('tour.onlyHere'));
  }
  const store = laptopStoreOn(database, seal);
  const held = await heldByOwnHub(database, seal, [tour]);
  return queue(() => putAway(store, tour, held));
}

/** The files of a tour that are here and that the server does not have, although it said so once: it was restored, or its disk failed. */
async function findLacking(
  database: Database,
  seal: Seal,
  tour: string,
): Promise<Outcome<readonly string[]>> {
  const rows = await database.records.where('[tour+kind]').equals([tour, 'attachment']).toArray();
  // Those in the bin as well: they go with the tour, and may be all that is left of it.
  const hashes = rows.flatMap((row) => fileHashOf(seal, row) ?? []);
  const files = await database.files
    .where('sha256')
    .anyOf([...new Set(hashes)])
    .toArray();
  const here = files.filter(({ state }) => state === 'settled').map(({ sha256 }) => sha256);
  const known = new Set<string>();
  for (let from = 0; from < here.length; from += knownFilesLimit) {
    const answer = await callBridge('attachments.known', {
      sha256: here.slice(from, from + knownFilesLimit),
    });
    // Who only reads has nothing that did not come from the server.
    if (!answer.ok && answer.problem.code === 'access.denied') return succeed([]);
    if (!answer.ok) return answer;
    for (const sha256 of answer.value.known) known.add(sha256);
  }
  return succeed(here.filter((sha256) => !known.has(sha256)));
}

import type { Journal } from '../../shared/node/journal';
import { foundChange } from './found-change';

const page = 1000;

/**
 * Those of these changes that stand in the journal as local ones and as nothing else later, as JSON by their ids, in the order in which they came: what the
 * server brought since is the office's, and what was taken back is nobody's. Reads the whole journal.
 */
export async function findWaiting(
  journal: Journal,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = new Set(ids);
  const waiting = new Map<string, string>();
  for (let after = 0; ;) {
    const records = await journal.read(after, page);
    const last = records.at(-1);
    if (!last) return waiting;
    after = last.sequence;
    for (const { payload } of records) {
      const { id, text } = foundChange(payload);
      if (!asked.has(id)) continue;
      const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
      if (!bytes.subarray(0, local.length).equals(local)) waiting.delete(id);
      else if (!waiting.has(id)) waiting.set(id, text);
    }
  }
}

/** What an entry begins with that was made here, or waits to be sent like one's own. */
const local = Buffer.from('{"origin":"local"');

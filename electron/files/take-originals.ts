import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, succeed } from '../../shared/outcome';
import type { AttachmentStore } from './attachment-store';

/**
 * The originals that a tour file names, from the folder `files` beside it into the store. One whose bytes are not what its
 * name says is left where it is and counts as missing, like one that is not there.
 */
export async function takeOriginals(
  store: AttachmentStore,
  folder: string | null,
  hashes: readonly string[],
): Promise<Outcome<{ missing: string[] }>> {
  const missing: string[] = [];
  for (const sha256 of new Set(hashes)) {
    if (await store.has(sha256)) continue;
    const taken = folder === null ? succeed(false) : await take(store, join(folder, 'files', sha256), sha256);
    if (!taken.ok) return taken;
    if (!taken.value) missing.push(sha256);
  }
  return succeed({ missing });
}

async function take(store: AttachmentStore, path: string, sha256: string): Promise<Outcome<boolean>> {
  const begun = await store.begin(sha256);
  if (!begun.ok) return begun;
  const { upload } = begun.value;
  try {
    for await (const bytes of createReadStream(path)) {
      const appended = await store.append(upload, bytes as Uint8Array);
      if (!appended.ok) return appended;
    }
  } catch {
    // Not there, or not to be read: the laptop fetches it from the server when it can.
    await store.abandon(upload);
    return succeed(false);
  }
  const finished = await store.finish(upload);
  return finished.ok ? succeed(finished.value.sha256 === sha256) : finished;
}

import { createReadStream } from 'node:fs';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { AttachmentStore } from './attachment-store';
import { originalBeside } from './missing-originals';

/**
 * The originals that a tour file names, from the folder `files` beside it into the store. One whose bytes are not what its
 * name says is left where it is, like one that is not there. Files stop before the disk is full (`hasRoom`).
 */
export async function takeOriginals(
  store: AttachmentStore,
  folder: string | null,
  hashes: readonly string[],
  hasRoom: () => Promise<boolean>,
): Promise<Outcome<Record<string, never>>> {
  for (const sha256 of folder === null ? [] : new Set(hashes)) {
    if (folder === null || (await store.has(sha256))) continue;
    const taken = await take(store, originalBeside(folder, sha256), sha256, hasRoom);
    if (!taken.ok) return taken;
  }
  return succeed({});
}

async function take(
  store: AttachmentStore,
  path: string,
  sha256: string,
  hasRoom: () => Promise<boolean>,
): Promise<Outcome<unknown>> {
  const begun = await store.begin(sha256);
  if (!begun.ok) return begun;
  const { upload } = begun.value;
  try {
    for await (const bytes of createReadStream(path)) {
      if (!(await hasRoom())) {
        await store.abandon(upload);
        return fail(problem('disk.full'));
      }
      const appended = await store.append(upload, bytes as Uint8Array);
      if (!appended.ok) return appended;
    }
  } catch {
    // Not there, or not to be read: the laptop fetches it from the server when it can.
    await store.abandon(upload);
    return succeed({});
  }
  return store.finish(upload);
}

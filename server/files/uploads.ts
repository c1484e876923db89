import { FileStore } from '@tus/file-store';
import { join } from 'node:path';
import { sha256Schema } from '../../shared/ids/id';
import { errorCode } from '../../shared/node/durable-file';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { BlobStore } from './blob-store';

/** An upload that nobody continued for this long is swept at the next start. */
const patienceMilliseconds = 14 * 24 * 60 * 60 * 1000;

export interface Uploads {
  readonly store: FileStore;
  /** Checks the hash of a complete upload and moves it to the blobs. The upload is gone afterwards, whatever came of it. */
  finish(id: string): Promise<Outcome<null>>;
  /** Resolves when an upload that is being finished is: until then it looks complete but is not yet durable. */
  settle(id: string): Promise<void>;
  /** Finishes what a killed process left complete, and forgets what is too old. */
  sweep(): Promise<void>;
}

export function openUploads(directory: string, blobs: BlobStore): Uploads {
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: patienceMilliseconds });
  const finishing = new Map<string, Promise<Outcome<null>>>();

  async function moveIn(id: string): Promise<Outcome<null>> {
    const { metadata } = await store.getUpload(id);
    const sha256 = sha256Schema.safeParse(metadata?.sha256);
    try {
      if (!sha256.success) return fail(problem('request.invalid', { fault: 'Upload-Metadata sha256' }));
      return await blobs.adopt(join(directory, id), sha256.data);
    } finally {
      await forget(id);
    }
  }

  async function forget(id: string): Promise<void> {
    await store.configstore.delete(id);
    await store.remove(id).catch((error: unknown) => {
      if (errorCode(error) !== '') throw error; // the store's own "not found" has no code: it was moved away
    });
  }

  return {
    store,
    finish(id) {
      const running = finishing.get(id) ?? moveIn(id).finally(() => finishing.delete(id));
      finishing.set(id, running);
      return running;
    },
    async settle(id) {
      await finishing.get(id)?.catch(() => succeed(null));
    },
    async sweep() {
      for (const id of (await store.configstore.list?.()) ?? []) {
        const upload = await store.getUpload(id).catch(() => null);
        if (!upload) await store.configstore.delete(id);
        else if (upload.size === upload.offset) await moveIn(id);
      }
      await store.deleteExpired();
    },
  };
}

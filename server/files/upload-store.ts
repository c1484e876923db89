import { FileStore } from '@tus/file-store';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import type { Clock } from '../../shared/clock';
import { sha256Schema } from '../../shared/ids/id';
import { type Outcome, fail } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import type { BlobStore } from './blob-store';

/** An upload that nobody continued for this long is forgotten at the next start. */
const patienceMillis = 14 * 24 * 60 * 60 * 1000;

/** Thrown through tus to its error hook, which knows no other way to refuse. */
export class UploadRefused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/**
 * Unfinished uploads as files. The last byte and the move to the blobs are one step under tus's lock on the upload:
 * in tus's own finish hook the lock is free again, and a HEAD would tell a laptop that all has arrived before it is durable.
 */
export class UploadStore extends FileStore {
  readonly #blobs: BlobStore;

  constructor(directory: string, blobs: BlobStore) {
    super({ directory });
    this.#blobs = blobs;
  }

  override async create(...[upload]: Parameters<FileStore['create']>): ReturnType<FileStore['create']> {
    const created = await super.create(upload);
    if (upload.size === 0) await this.#finishOrRefuse(upload.id);
    return created;
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const end = await super.write(readable, id, offset);
    const upload = await this.configstore.get(id);
    if (upload?.size === end) await this.#finishOrRefuse(id);
    return end;
  }

  /** Finishes what a killed process left complete, and forgets what is too old. */
  async sweep(clock: Clock): Promise<void> {
    for (const id of (await this.configstore.list?.()) ?? []) {
      const upload = await this.getUpload(id).catch(() => null);
      const age = clock() - Date.parse(upload?.creation_date ?? '');
      if (upload && upload.size === upload.offset) await this.#finish(id);
      else if (!upload || age > patienceMillis) await this.#forget(id);
    }
  }

  async #finishOrRefuse(id: string): Promise<void> {
    const finished = await this.#finish(id);
    if (!finished.ok) throw new UploadRefused(finished.problem);
  }

  /** Whatever comes of it, the upload is gone afterwards: one that stayed would look complete without being durable. */
  async #finish(id: string): Promise<Outcome<null>> {
    const upload = await this.configstore.get(id);
    const sha256 = sha256Schema.safeParse(upload?.metadata?.sha256);
    try {
      if (!sha256.success) return fail(problem('request.invalid', { fault: 'Upload-Metadata sha256' }));
      return await this.#blobs.adopt(join(this.directory, id), sha256.data);
    } finally {
      await this.#forget(id);
    }
  }

  async #forget(id: string): Promise<void> {
    await rm(join(this.directory, id), { force: true });
    await this.configstore.delete(id);
  }
}

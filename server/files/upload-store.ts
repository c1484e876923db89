import { FileStore } from '@tus/file-store';
import { type Hash, createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import type { Clock } from '../../shared/clock';
import { sha256Schema } from '../../shared/ids/id';
import { errorCode } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import type { BlobStore } from './blob-store';
import { eachPiece } from './each-piece';

/** An upload that nobody continued for this long is forgotten at the next start. */
const patienceMillis = 14 * 24 * 60 * 60 * 1000;

/** Hashes of this many uploads under way are remembered; that of any other is made again from its file. */
const hashesKept = 1000;

/** Thrown through tus to its error hook, which knows no other way to refuse. */
export class UploadRefused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/**
 * Unfinished uploads as files. What arrived of a request stays, also when its line broke, and is hashed as it arrives. The last byte
 * and the move to the blobs are one step under the lock on the upload: a HEAD between them would tell a laptop that all has arrived
 * before it is durable.
 */
export class UploadStore extends FileStore {
  readonly #blobs: BlobStore;
  readonly #fileSystem: FileSystem;
  /** The hash of the first `bytes` bytes of an upload. */
  readonly #hashes = new Map<string, { readonly hash: Hash; readonly bytes: number }>();

  constructor(directory: string, blobs: BlobStore, fileSystem: FileSystem) {
    super({ directory });
    this.#blobs = blobs;
    this.#fileSystem = fileSystem;
    this.extensions = ['creation', 'termination'];
  }

  override async create(...[upload]: Parameters<FileStore['create']>): ReturnType<FileStore['create']> {
    const created = await super.create(upload);
    if (upload.size === 0) await this.write(null, upload.id, 0);
    return created;
  }

  override async remove(id: string): Promise<void> {
    this.#hashes.delete(id);
    await super.remove(id);
  }

  /** For what tus itself brings; see `receive`. */
  override async write(bytes: Readable | null, id: string, offset: number): Promise<number> {
    const received = await this.receive(bytes, id, offset);
    if (!received.ok) throw new UploadRefused(received.problem);
    return received.value;
  }

  /** Adds what arrives, tells how many bytes are here, and finishes an upload that is complete. The caller holds its lock. */
  async receive(bytes: Readable | null, id: string, offset: number): Promise<Outcome<number>> {
    const upload = await this.configstore.get(id);
    const missing = (upload?.size ?? 0) - offset;
    const hash = await this.#hashUpTo(id, offset);
    let end = offset;
    try {
      if (bytes) end = await this.#append(bytes, id, offset, missing, hash);
    } catch (error) {
      if (!['ENOSPC', 'EDQUOT'].includes(errorCode(error))) throw error;
      // Half a file must not take the last room that others need for what they typed.
      await this.#forget(id);
      return fail(problem('server.diskFull'));
    }
    if (end - offset < missing) {
      this.#remember(id, hash, end);
      return succeed(end);
    }
    const finished = await this.#finish(id, hash.digest('hex'));
    return finished.ok ? succeed(end) : finished;
  }

  /** Finishes what a killed process left complete, and forgets what is too old. */
  async sweep(clock: Clock): Promise<void> {
    for (const id of (await this.configstore.list?.()) ?? []) {
      const upload = await this.getUpload(id).catch(() => null);
      const age = clock() - Date.parse(upload?.creation_date ?? '');
      if (upload && upload.size === upload.offset)
        // Blobs that are away now get it when the laptop goes on with it: no reason not to start.
        await this.#finish(id, (await this.#hashUpTo(id, upload.offset)).digest('hex')).catch(() => null);
      else if (!upload || age > patienceMillis) await this.#forget(id);
    }
  }

  async #append(bytes: Readable, id: string, offset: number, missing: number, hash: Hash): Promise<number> {
    let end = offset;
    const handle = await this.#fileSystem.open(join(this.directory, id), 'r+');
    try {
      await eachPiece(bytes, async (arrived) => {
        const piece = arrived.subarray(0, offset + missing - end);
        const writing = writeAll(handle, piece, end);
        hash.update(piece);
        await writing;
        end += piece.length;
      });
    } finally {
      await handle.close();
    }
    return end;
  }

  async #finish(id: string, arrived: string): Promise<Outcome<null>> {
    const upload = await this.configstore.get(id);
    const sha256 = sha256Schema.safeParse(upload?.metadata?.sha256);
    if (sha256.success && arrived === sha256.data) await this.#handOver(id, sha256.data, upload?.size ?? 0);
    await this.#forget(id);
    if (!sha256.success) return fail(problem('request.invalid', { fault: 'Upload-Metadata sha256' }));
    return arrived === sha256.data ? succeed(null) : fail(problem('attachment.hashWrong'));
  }

  /** An upload that the blobs cannot take now gives back its last byte: left whole it would look complete without being durable. */
  async #handOver(id: string, sha256: string, size: number): Promise<void> {
    const path = join(this.directory, id);
    try {
      await this.#blobs.adopt(path, sha256);
    } catch (error) {
      const handle = await this.#fileSystem.open(path, 'r+');
      try {
        await handle.truncate(Math.max(0, size - 1));
      } finally {
        await handle.close();
      }
      throw error;
    }
  }

  async #forget(id: string): Promise<void> {
    this.#hashes.delete(id);
    await this.#fileSystem.rm(join(this.directory, id), { force: true });
    await this.configstore.delete(id);
  }

  #remember(id: string, hash: Hash, bytes: number): void {
    this.#hashes.set(id, { hash, bytes });
    const [oldest] = this.#hashes.keys();
    if (this.#hashes.size > hashesKept && oldest !== undefined) this.#hashes.delete(oldest);
  }

  async #hashUpTo(id: string, bytes: number): Promise<Hash> {
    const known = this.#hashes.get(id);
    this.#hashes.delete(id);
    if (known?.bytes === bytes) return known.hash;
    const hash = createHash('sha256');
    if (bytes > 0)
      for await (const piece of createReadStream(join(this.directory, id), { end: bytes - 1 }))
        hash.update(piece as Buffer);
    return hash;
  }
}

async function writeAll(
  handle: Awaited<ReturnType<FileSystem['open']>>,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

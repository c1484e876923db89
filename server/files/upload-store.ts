import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import { type Hash, createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import type { Clock } from '../../shared/clock';
import { errorCode } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { BlobStore } from './blob-store';
import { eachPiece } from './each-piece';

/** An upload that nobody continued for this long is forgotten at the next start. */
const patienceMillis = 14 * 24 * 60 * 60 * 1000;

/** An upload that is over sooner is written down nowhere but in its bytes. */
const soonMillis = 500;

/** Hashes of this many uploads under way are remembered; that of any other is made again from its file. */
const hashesKept = 1000;

/** What a laptop says of a file that it begins to send. `id` is that of the upload. */
export interface Announced {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
}

/** Called when all bytes are here and have their hash, while they are made durable; awaited before the upload counts as finished. */
type OnWhole = () => Promise<void>;

/**
 * Unfinished uploads as files. What arrived of a request stays, also when its line broke, and is hashed as it arrives. The last byte
 * and the move to the blobs are one step under the lock on the upload: a HEAD between them would tell a laptop that all has arrived
 * before it is durable. All but `sweep` is to be called under that lock.
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
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
  }

  override async remove(id: string): Promise<void> {
    await this.#forget(id);
  }

  /** An upload as far as it has come; null where there is none. */
  find(id: string): Promise<Upload | null> {
    return this.getUpload(id).catch(() => null);
  }

  /** Begins an upload with what arrives of it, and tells how many bytes are here; finishes it where that is all. */
  async begin(
    { id, sha256, size }: Announced,
    bytes: Readable | null,
    onWhole: OnWhole,
  ): Promise<Outcome<number>> {
    const creation_date = new Date().toISOString();
    const upload = new Upload({ id, size, offset: 0, metadata: { sha256 }, creation_date });
    const notes: Promise<unknown>[] = [];
    // A crash of this process must not cost a slow laptop what it has sent.
    const later = setTimeout(() => void notes.push(this.configstore.set(id, upload)), soonMillis);
    let isOver = false;
    try {
      const received = await this.#take(bytes, upload, 'w', onWhole);
      isOver = !received.ok || received.value === size;
      return received;
    } finally {
      clearTimeout(later);
      await Promise.all(notes);
      if (!isOver) await this.configstore.set(id, upload);
      else if (notes.length > 0) await this.#forgetNote(id);
    }
  }

  /** Adds what arrives to an upload, tells how many bytes are here, and finishes it where that is all. */
  async receive(bytes: Readable, upload: Upload, onWhole: OnWhole): Promise<Outcome<number>> {
    const received = await this.#take(bytes, upload, 'r+', onWhole);
    if (!received.ok || received.value === upload.size) await this.#forgetNote(upload.id);
    return received;
  }

  /** Finishes what a killed process left complete; forgets what is too old and what was never written down. */
  async sweep(clock: Clock): Promise<void> {
    const noted = new Set((await this.configstore.list?.()) ?? []);
    for (const id of noted) {
      const upload = await this.find(id);
      const age = clock() - Date.parse(upload?.creation_date ?? '');
      if (upload && upload.size === upload.offset)
        // Blobs that are away now get it when the laptop goes on with it: no reason not to start.
        await this.receive(Readable.from([]), upload, async () => undefined).catch(() => null);
      else if (!upload || age > patienceMillis) await this.#forget(id);
    }
    for (const name of await this.#fileSystem.readdir(this.directory))
      if (!name.endsWith('.json') && !noted.has(name)) await this.#forget(name);
  }

  async #take(
    bytes: Readable | null,
    upload: Upload,
    flags: 'w' | 'r+',
    onWhole: OnWhole,
  ): Promise<Outcome<number>> {
    const { id, offset, size = 0 } = upload;
    const hash = await this.#hashUpTo(id, offset);
    const handle = await this.#fileSystem.open(join(this.directory, id), flags);
    try {
      const end = bytes ? await append(bytes, handle, offset, size, hash) : offset;
      if (end === size) return await this.#finish(upload, hash.digest('hex'), handle, onWhole);
      this.#remember(id, hash, end);
      return succeed(end);
    } catch (error) {
      if (!['ENOSPC', 'EDQUOT'].includes(errorCode(error))) throw error;
      // Half a file must not take the last room that others need for what they typed.
      await this.#forget(id);
      return fail(problem('server.diskFull'));
    } finally {
      await handle.close();
    }
  }

  /** Its file is gone afterwards, its note is the caller's. */
  async #finish(upload: Upload, arrived: string, handle: Handle, onWhole: OnWhole): Promise<Outcome<number>> {
    const { id, size = 0, metadata } = upload;
    const path = join(this.directory, id);
    if (arrived !== metadata?.['sha256']) {
      await this.#fileSystem.rm(path, { force: true });
      return fail(problem('attachment.hashWrong'));
    }
    try {
      await Promise.all([handle.datasync(), onWhole()]);
      await this.#blobs.adopt(path, arrived);
      return succeed(size);
    } catch (error) {
      // Gives back its last byte: left whole it would look complete without being durable.
      await handle.truncate(Math.max(0, size - 1));
      throw error;
    }
  }

  async #forget(id: string): Promise<void> {
    this.#hashes.delete(id);
    await this.#fileSystem.rm(join(this.directory, id), { force: true });
    await this.#forgetNote(id);
  }

  /** Not the store's own way, which fails where there is none. */
  async #forgetNote(id: string): Promise<void> {
    await this.#fileSystem.rm(join(this.directory, `${id}.json`), { force: true });
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

/** Never more than `size` says, whatever the sender thinks. */
async function append(
  bytes: Readable,
  handle: Handle,
  offset: number,
  size: number,
  hash: Hash,
): Promise<number> {
  let end = offset;
  await eachPiece(bytes, async (arrived) => {
    let room = size - end;
    const pieces = arrived.map((piece) => {
      const kept = piece.subarray(0, room);
      room -= kept.length;
      return kept;
    });
    const writing = writeAll(handle, pieces, end);
    for (const piece of pieces) hash.update(piece);
    end += await writing;
  });
  return end;
}

type Handle = Awaited<ReturnType<FileSystem['open']>>;

/** Gives how many bytes there were. */
async function writeAll(handle: Handle, pieces: readonly Buffer[], position: number): Promise<number> {
  const { bytesWritten } = await handle.writev(pieces, position);
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  if (bytesWritten === total) return total;
  // The system takes less at once than was given to it.
  const bytes = Buffer.concat(pieces);
  for (let written = bytesWritten; written < total;)
    written += (await handle.write(bytes, written, total - written, position + written)).bytesWritten;
  return total;
}

import type { Readable } from 'node:stream';

/** A file of a store. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly at: number;
}

/**
 * Files by the SHA-256 of the original, never changed once there. Two adapters pass one suite: a folder on the disk, and a bucket
 * of an S3-compatible store.
 */
export interface BlobStore {
  readonly name: 'disk' | 's3';
  /** Bytes of a file; null when it is not here. */
  size(sha256: string): Promise<number | null>;
  /** The bytes from `from` on. */
  read(sha256: string, from: number): Promise<Readable>;
  /**
   * Takes a finished file of the server's own disk; whoever calls has checked its hash and flushed it. When it resolves, the file survives a power
   * cut and `path` is gone. A file that is here already stays as it is.
   */
  adopt(path: string, sha256: string): Promise<void>;
  /** All files, page by page, with the time at which they came; what comes meanwhile may be left out. */
  list(): AsyncIterable<readonly StoredFile[]>;
  /** One that is not here is no fault. */
  remove(sha256: string): Promise<void>;
}

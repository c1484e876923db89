import { createHash } from 'node:crypto';
import type { BundleHeader } from '../../shared/bundles/bundle-header';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { verifySignature } from '../../shared/node/verify-signature';
import { signedBytes } from './part-bytes';
import { readHead } from './read-head';
import { type FileHandle, readRange } from './read-range';

/** A part whose signature is that of the key in its header. Whether that key is anybody's is the caller's to ask. */
export interface VerifiedPart {
  readonly header: BundleHeader;
  readonly ageFrom: number;
  readonly ageLength: number;
  /** SHA-256 of the encrypted part: who reads it again later compares, since a stick may be changed in between. */
  readonly ageHash: Buffer;
}

export interface VerifyOptions {
  /** The name that problems tell. */
  readonly file: string;
  readonly size: number;
  readonly onBytes?: (bytes: number) => void;
}

/**
 * Reads a part once, all of it, and checks its signature. Nothing was decrypted and nothing of the encrypted part was looked at
 * when this answers. Throws what the file system throws.
 */
export async function verifyPart(handle: FileHandle, options: VerifyOptions): Promise<Outcome<VerifiedPart>> {
  const { file, size, onBytes } = options;
  const read = await readHead(handle, file, size);
  if (!read.ok) return read;
  const { header, head, ageFrom, ageLength, signature } = read.value;
  const hash = createHash('sha256');
  for await (const bytes of readRange(handle, ageFrom, ageLength)) {
    hash.update(bytes);
    onBytes?.(bytes.length);
  }
  const ageHash = hash.digest();
  const isSigned = verifySignature(header.signing, signedBytes(head, ageLength, ageHash), signature);
  return isSigned
    ? succeed({ header, ageFrom, ageLength, ageHash })
    : fail(problem('bundle.damaged', { file }));
}

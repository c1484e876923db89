import { createHash } from 'node:crypto';
import {
  type BundleHeader,
  bundleEnd,
  bundleHeaderSchema,
  bundleMagic,
  bundleVersion,
  headerLimit,
  prefixBytes,
  trailerBytes,
} from '../../shared/bundles/bundle-header';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type ProblemCode, problem } from '../../shared/problems';
import { verifySignature } from '../keys/verify-signature';
import { signedBytes } from './part-bytes';
import { type FileHandle, readRange, readShort } from './read-range';

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
  const wrong = (code: ProblemCode) => fail(problem(code, { file }));
  const prefix = await readShort(handle, 0, prefixBytes);
  const magic = prefix.toString('latin1', 0, bundleMagic.length);
  if (magic !== bundleMagic.slice(0, magic.length) || size === 0) return wrong('bundle.notBundle');
  if (size < prefixBytes + trailerBytes) return wrong('bundle.cut');
  const headerLength = prefix.readUInt32BE(10);
  if (prefix.readUInt16BE(8) > bundleVersion) return wrong('bundle.newer');
  const ageFrom = prefixBytes + headerLength;
  const ageLength = size - ageFrom - trailerBytes;
  const trailer = await readShort(handle, size - trailerBytes, trailerBytes);
  const isWhole = trailer.toString('latin1', 72) === bundleEnd;
  if (ageLength <= 0) return wrong(isWhole ? 'bundle.damaged' : 'bundle.cut');
  if (!isWhole || trailer.readBigUInt64BE(0) !== BigInt(ageLength)) return wrong('bundle.cut');
  if (headerLength > headerLimit) return wrong('bundle.damaged');

  const head = await readShort(handle, 0, ageFrom);
  const header = readHeader(head.subarray(prefixBytes));
  if (header === null) return wrong('bundle.damaged');
  const hash = createHash('sha256');
  for await (const bytes of readRange(handle, ageFrom, ageLength)) {
    hash.update(bytes);
    onBytes?.(bytes.length);
  }
  const ageHash = hash.digest();
  const isSigned = verifySignature(
    header.signing,
    signedBytes(head, ageLength, ageHash),
    trailer.subarray(8, 72),
  );
  return isSigned ? succeed({ header, ageFrom, ageLength, ageHash }) : wrong('bundle.damaged');
}

function readHeader(bytes: Uint8Array): BundleHeader | null {
  try {
    const read = bundleHeaderSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return read.success && read.data.part <= read.data.parts ? read.data : null;
  } catch {
    return null;
  }
}

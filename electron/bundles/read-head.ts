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
import { type FileHandle, readShort } from './read-range';

/** What the ends of a part say of it, all of it unproven until verify-part.ts has read the rest. */
export interface PartHead {
  readonly header: BundleHeader;
  /** The bytes that the signature covers directly. */
  readonly head: Uint8Array;
  readonly ageFrom: number;
  readonly ageLength: number;
  readonly signature: Uint8Array;
}

/** Reads the ends of a part: whether it is a bundle, of a version that can be read, whole, and who says to have written it. Throws what the file system throws. */
export async function readHead(handle: FileHandle, file: string, size: number): Promise<Outcome<PartHead>> {
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
  return succeed({ header, head, ageFrom, ageLength, signature: trailer.subarray(8, 72) });
}

function readHeader(bytes: Uint8Array): BundleHeader | null {
  try {
    const read = bundleHeaderSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return read.success && read.data.part <= read.data.parts ? read.data : null;
  } catch {
    return null;
  }
}

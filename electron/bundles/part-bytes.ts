import { createHash } from 'node:crypto';
import {
  bundleEnd,
  bundleMagic,
  bundleVersion,
  prefixBytes,
  trailerBytes,
} from '../../shared/bundles/bundle-header';

/** What stands before the encrypted part: magic, version, length of the header, header. */
export function encodeHead(header: Uint8Array): Buffer {
  const prefix = Buffer.alloc(prefixBytes);
  prefix.write(bundleMagic, 'latin1');
  prefix.writeUInt16BE(bundleVersion, 8);
  prefix.writeUInt32BE(header.length, 10);
  return Buffer.concat([prefix, header]);
}

/** What stands behind it: its length, the signature, the mark of a whole file. */
export function encodeTrailer(ageLength: number, signature: Uint8Array): Buffer {
  const trailer = Buffer.alloc(trailerBytes);
  trailer.writeBigUInt64BE(BigInt(ageLength), 0);
  trailer.set(signature, 8);
  trailer.write(bundleEnd, 72, 'latin1');
  return trailer;
}

/** What the signature is made over. Hashes, so that a file of any size is signed while it streams by. */
export function signedBytes(head: Uint8Array, ageLength: number, ageHash: Uint8Array): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(ageLength));
  const headHash = createHash('sha256').update(head).digest();
  return Buffer.concat([Buffer.from('xunji-bundle\n'), headHash, length, ageHash]);
}

/** How a receiver is named in the clear header. */
export function keyIdOf(sealing: string): string {
  return createHash('sha256').update(`xunji-receiver\n${sealing}`).digest('hex').slice(0, 16);
}

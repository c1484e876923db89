import { createHash } from 'node:crypto';
import type { BundleHeader } from '../../shared/bundles/bundle-header';
import type { DeviceKeys } from '../keys/open-device-keys';
import { type Bytes, encryptAge } from './age-cipher';
import { encodeHead, encodeTrailer, signedBytes } from './part-bytes';
import type { FileHandle } from './read-range';

/** Written at once: small writes cost a stick more than large ones. */
const writeBytes = 1 << 20;

export interface PartSource {
  readonly header: BundleHeader;
  readonly recipients: readonly string[];
  readonly keys: DeviceKeys;
  readonly plain: Bytes;
}

/** Writes one part into an empty open file and flushes it to the medium. Returns its size. Throws what the file system throws. */
export async function writePart(
  handle: FileHandle,
  source: PartSource,
  onBytes: (bytes: number) => void = () => {},
): Promise<number> {
  const { header, recipients, keys, plain } = source;
  const head = encodeHead(Buffer.from(JSON.stringify(header)));
  const hash = createHash('sha256');
  let ageLength = 0;
  let waiting: Uint8Array[] = [head];
  let waitingBytes = head.length;
  let size = 0;

  async function flush(): Promise<void> {
    await handle.writeFile(Buffer.concat(waiting));
    onBytes(waitingBytes);
    size += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  }

  for await (const sealed of encryptAge(plain, recipients)) {
    hash.update(sealed);
    ageLength += sealed.length;
    waiting.push(sealed);
    waitingBytes += sealed.length;
    if (waitingBytes >= writeBytes) await flush();
  }
  const trailer = encodeTrailer(ageLength, keys.sign(signedBytes(head, ageLength, hash.digest())));
  waiting.push(trailer);
  waitingBytes += trailer.length;
  await flush();
  await handle.sync();
  return size;
}

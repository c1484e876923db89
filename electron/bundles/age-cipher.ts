import { createCipheriv, createDecipheriv, getCiphers, hkdfSync, randomBytes } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { errorCode } from '../../shared/node/durable-file';

/**
 * Files in the format of age (age-encryption.org/v1). The library wraps and unwraps the key; the payload goes through the
 * system's own ChaCha20-Poly1305, which is eighteen times as fast as the library's. Electron's crypto may lack that cipher: there
 * the library does all of it.
 */

const chunkBytes = 64 << 10;
const tagBytes = 16;
const nonceBytes = 16;
const headerLimit = 64 << 10;
const cipher = 'chacha20-poly1305';

/** The library's way, or the fast one where this program has the cipher. Tests ask for either. */
export const hasFastCipher = getCiphers().includes(cipher);

export type Bytes = AsyncIterable<Uint8Array>;

/** Thrown where a file is no age file, is not for this key, or does not decrypt. */
export class AgeFailure extends Error {}

/** The encrypted form of `plain` for all of these recipients. */
export function encryptAge(
  plain: Bytes,
  recipients: readonly string[],
  fast = hasFastCipher,
): AsyncGenerator<Uint8Array> {
  return fast ? encryptFast(plain, recipients) : encryptByLibrary(plain, recipients);
}

/** What was encrypted for the owner of `identity`. Each chunk that comes out is authentic; that the file is whole is known at the end. */
export function decryptAge(
  sealed: Bytes,
  identity: string,
  fast = hasFastCipher,
): AsyncGenerator<Uint8Array> {
  return fast ? decryptFast(sealed, identity) : decryptByLibrary(sealed, identity);
}

async function* encryptFast(plain: Bytes, recipients: readonly string[]): AsyncGenerator<Uint8Array> {
  let fileKey = new Uint8Array(0);
  const encrypter = new Encrypter();
  // A recipient that adds no stanza of its own and only sees the key that the others get.
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const empty = await encrypter.encrypt(new Uint8Array(0));
  const nonce = randomBytes(nonceBytes);
  yield Buffer.concat([empty.subarray(0, empty.length - nonceBytes - tagBytes), nonce]);
  const stream = chunkStream(fileKey, nonce);
  for await (const { chunk, isLast } of chunksOf(plain, chunkBytes)) yield stream.seal(chunk, isLast);
}

async function* decryptFast(sealed: Bytes, identity: string): AsyncGenerator<Uint8Array> {
  const source = sealed[Symbol.asyncIterator]();
  const { header, rest } = await takeHeader(source);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const fileKey = await decrypter.decryptHeader(header).catch((error: unknown) => {
    throw new AgeFailure(String(error));
  });
  const stream = chunkStream(fileKey, rest.subarray(0, nonceBytes));
  const body = following(rest.subarray(nonceBytes), source);
  let isFirst = true;
  for await (const { chunk, isLast } of chunksOf(body, chunkBytes + tagBytes)) {
    const plain = stream.open(chunk, isLast);
    if (plain.length === 0 && !isFirst) throw new AgeFailure('an empty last chunk');
    isFirst = false;
    yield plain;
  }
}

/** The STREAM construction of age: chunks of 64 KiB, numbered in the nonce, the last one marked. */
function chunkStream(fileKey: Uint8Array, nonce: Uint8Array) {
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
  let number = 0;
  const nextNonce = (isLast: boolean) => {
    const bytes = Buffer.alloc(12);
    // Numbers of 88 bits; a part of a bundle has fewer than 2^16.
    bytes.writeUIntBE(number, 5, 6);
    bytes[11] = isLast ? 1 : 0;
    number += 1;
    return bytes;
  };
  return {
    seal(chunk: Uint8Array, isLast: boolean): Uint8Array {
      const sealing = createCipheriv(cipher, key, nextNonce(isLast), { authTagLength: tagBytes });
      return Buffer.concat([sealing.update(chunk), sealing.final(), sealing.getAuthTag()]);
    },
    open(chunk: Uint8Array, isLast: boolean): Uint8Array {
      if (chunk.length < tagBytes) throw new AgeFailure('cut');
      const opening = createDecipheriv(cipher, key, nextNonce(isLast), { authTagLength: tagBytes });
      opening.setAuthTag(chunk.subarray(chunk.length - tagBytes));
      const plain = opening.update(chunk.subarray(0, chunk.length - tagBytes));
      try {
        opening.final();
      } catch {
        throw new AgeFailure('a chunk is not authentic');
      }
      return plain;
    },
  };
}

/** Cuts a stream into chunks of one size; the last one, which may be shorter and alone may be empty, is marked. */
async function* chunksOf(source: Bytes, size: number) {
  const buffer = Buffer.alloc(size);
  let used = 0;
  for await (const bytes of source) {
    let at = 0;
    while (at < bytes.length) {
      if (used === size) {
        yield { chunk: buffer, isLast: false };
        used = 0;
      }
      const taken = Math.min(size - used, bytes.length - at);
      buffer.set(bytes.subarray(at, at + taken), used);
      used += taken;
      at += taken;
    }
  }
  yield { chunk: buffer.subarray(0, used), isLast: true };
}

/** The textual header of an age file, which ends with the line of its MAC, and at least the nonce behind it. */
async function takeHeader(source: AsyncIterator<Uint8Array>) {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const mac = bytes.indexOf('\n--- ');
    const end = mac < 0 ? -1 : bytes.indexOf('\n', mac + 1);
    if (end >= 0 && bytes.length >= end + 1 + nonceBytes)
      return { header: bytes.subarray(0, end + 1), rest: bytes.subarray(end + 1) };
    const next = await source.next();
    if (next.done || bytes.length > headerLimit) throw new AgeFailure('no age file');
    bytes = Buffer.concat([bytes, next.value]);
  }
}

async function* following(first: Uint8Array, source: AsyncIterator<Uint8Array>): Bytes {
  yield first;
  for (;;) {
    const next = await source.next();
    if (next.done) return;
    yield next.value;
  }
}

async function* encryptByLibrary(plain: Bytes, recipients: readonly string[]): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  yield* readingOf(await encrypter.encrypt(streamOf(plain)));
}

async function* decryptByLibrary(sealed: Bytes, identity: string): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    yield* readingOf(await decrypter.decrypt(streamOf(sealed)));
  } catch (error) {
    // What the file system says of a stick that is gone is no fault of the file.
    throw errorCode(error) === '' ? new AgeFailure(String(error)) : error;
  }
}

async function* readingOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Pieces are copied, since the library may hold one while the next is read into the same buffer. */
function streamOf(source: Bytes): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(Uint8Array.from(next.value));
    },
  });
}

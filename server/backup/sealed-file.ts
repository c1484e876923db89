import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import { renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';

/**
 * Writes bytes as an age file for one receiver, so that it is there whole or not at all: temporary file, fsync, read back and
 * compared, rename, fsync of the directory. The `age` tool opens it as well. False, and nothing is there, where the bytes do not
 * have this SHA-256. Throws the system's error.
 */
export async function writeSealed(
  fileSystem: FileSystem,
  path: string,
  recipient: string,
  bytes: Readable,
  sha256: string,
): Promise<boolean> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const plain = createHash('sha256');
  const watched = bytes.pipe(
    new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        plain.update(chunk);
        done(null, chunk);
      },
    }),
  );
  bytes.on('error', (error) => watched.destroy(error));
  const sealed = await encrypter.encrypt(Readable.toWeb(watched) as ReadableStream<Uint8Array>);
  const temporary = `${path}.tmp`;
  const written = createHash('sha256');
  const handle = await fileSystem.open(temporary, 'w');
  try {
    for await (const chunk of sealed) {
      written.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (plain.digest('hex') !== sha256) {
    await fileSystem.rm(temporary, { force: true });
    return false;
  }
  // A stick or a share may say yes to a write that it lost.
  if ((await hashOf(fileSystem, temporary)) !== written.digest('hex'))
    throw new Error(`What was written to ${temporary} does not read back the same.`);
  await renameDurably(fileSystem, temporary, path);
  return true;
}

/** The plain bytes of a sealed file. The stream fails where the file is cut or changed: trust nothing before its end. */
export async function openSealed(fileSystem: FileSystem, path: string, identity: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const handle = await fileSystem.open(path, 'r');
  const file = handle.createReadStream();
  try {
    return Readable.fromWeb(
      (await decrypter.decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>)) as never,
    );
  } catch (error) {
    file.destroy();
    throw error;
  }
}

async function hashOf(fileSystem: FileSystem, path: string): Promise<string> {
  const handle = await fileSystem.open(path, 'r');
  const hash = createHash('sha256');
  await pipeline(handle.createReadStream(), hash);
  return hash.digest('hex');
}

import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { idSchema } from '../../shared/ids/id';
import { errorCode, renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import type { Seal } from '../../shared/sealing/seal';

const keysSchema = z.object({
  device: idSchema,
  /** Ed25519, PKCS #8 in base64. */
  signing: z.string().min(1),
  /** AGE-SECRET-KEY-1… */
  sealing: z.string().startsWith('AGE-SECRET-KEY-1'),
});

/** What this laptop signs with and what only it can open. */
export interface DeviceKeys {
  readonly device: string;
  readonly signingPublic: string;
  readonly sealingPublic: string;
  /** The secret half of `sealingPublic`, for age. It leaves the main process for the process that reads bundles alone. */
  readonly identity: string;
  sign(bytes: Uint8Array): Uint8Array;
}

/**
 * The key pairs of this laptop, made at the first start and then the same for good. A data folder that was copied to another
 * computer is another device (open-device.ts) and gets keys of its own: two laptops must not sign as one. Throws where
 * the file is there and cannot be read: new keys would make every bundle that is on its way to this laptop worthless.
 */
export async function openDeviceKeys(
  fileSystem: FileSystem,
  path: string,
  seal: Seal,
  device: string,
): Promise<DeviceKeys> {
  const known = await readKeys(fileSystem, path, seal);
  const kept = known?.device === device ? known : await makeKeys(device);
  if (kept !== known) await writeKeys(fileSystem, path, seal, kept);
  const secret = createPrivateKey({
    key: Buffer.from(kept.signing, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    device,
    signingPublic: rawPublic(secret),
    sealingPublic: await identityToRecipient(kept.sealing),
    identity: kept.sealing,
    sign: (bytes) => sign(null, bytes, secret),
  };
}

type Keys = z.infer<typeof keysSchema>;

async function readKeys(fileSystem: FileSystem, path: string, seal: Seal): Promise<Keys | null> {
  try {
    const bytes = seal.open(await fileSystem.readFile(path));
    return keysSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function makeKeys(device: string): Promise<Keys> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signing = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return { device, signing, sealing: await generateX25519Identity() };
}

/** Readable by its owner alone from the first moment, also while it is still the temporary file. */
async function writeKeys(fileSystem: FileSystem, path: string, seal: Seal, keys: Keys): Promise<void> {
  const temporary = `${path}.tmp`;
  await fileSystem.rm(temporary, { force: true });
  const handle = await fileSystem.open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(seal.seal(Buffer.from(JSON.stringify(keys))));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await renameDurably(fileSystem, temporary, path);
}

function rawPublic(secret: KeyObject): string {
  return createPublicKey(secret).export({ format: 'jwk' }).x ?? '';
}

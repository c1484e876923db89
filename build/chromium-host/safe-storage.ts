import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SafeStorage } from 'electron';
import { guard } from './guard';

const prefix = Buffer.from('v10');
const key = createHash('sha256').update('chromium-host').digest();

/**
 * `electron.safeStorage` with the strength of Electron's `basic_text` backend on Linux, and under that name: the
 * key is a constant, so this hides nothing. An app has to notice by asking for the backend.
 */
export function createSafeStorage(): object {
  const storage = {
    isEncryptionAvailable: () => true,
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    getSelectedStorageBackend: () => 'basic_text' as const,
    setUsePlainTextEncryption: () => undefined,
    encryptString: seal,
    decryptString: open,
    encryptStringAsync: (text: string) => Promise.resolve(seal(text)),
    decryptStringAsync: (sealed: Buffer) => Promise.resolve({ result: open(sealed), shouldReEncrypt: false }),
  } satisfies Partial<SafeStorage>;
  return guard('safeStorage', storage);
}

function seal(text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([prefix, nonce, cipher.getAuthTag(), sealed]);
}

function open(sealed: Buffer): string {
  if (!sealed.subarray(0, 3).equals(prefix)) {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
  }
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(3, 15));
  decipher.setAuthTag(sealed.subarray(15, 31));
  return Buffer.concat([decipher.update(sealed.subarray(31)), decipher.final()]).toString('utf8');
}

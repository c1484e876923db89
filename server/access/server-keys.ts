import { createPublicKey, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { RandomBytes } from '../../shared/clock';
import type { Database } from '../database/database';
import { lockServer, readSecrets } from '../database/secret-queries';

/** What this office's servers sign and recognise with; the same in every process that serves one database. */
export interface ServerKeys {
  /** For tokens and challenges: 32 bytes each. */
  readonly token: Uint8Array;
  readonly challenge: Uint8Array;
  /** Ed25519, base64url: what laptops know this server by. */
  readonly publicKey: string;
}

/** Reads the keys from the database, or makes them at the first start. */
export async function openServerKeys(database: Database, random: RandomBytes): Promise<ServerKeys> {
  const secrets = await database.transact(async ({ query, put }) => {
    await lockServer(query);
    const known = await readSecrets(query);
    if (known.size > 0) return known;
    const made = new Map([
      ['token', Buffer.from(random(32)).toString('base64url')],
      ['challenge', Buffer.from(random(32)).toString('base64url')],
      ['signing', newSigningKey()],
    ]);
    await put(
      'secrets',
      [...made].map(([name, secret]) => ({ scope: 'server', name, secret })),
    );
    return made;
  });
  const bytesOf = (name: string) => Buffer.from(secrets.get(name) ?? '', 'base64url');
  const signing = createPrivateKey({ key: bytesOf('signing'), format: 'der', type: 'pkcs8' });
  return {
    token: bytesOf('token'),
    challenge: bytesOf('challenge'),
    publicKey: createPublicKey(signing).export({ format: 'jwk' }).x ?? '',
  };
}

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url');
}

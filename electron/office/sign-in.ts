import { type KeyObject, generateKeyPairSync, sign } from 'node:crypto';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { settingsSchema } from '../../shared/protocol/bridge';
import type { SessionRequest } from '../../shared/protocol/session';
import { fetchAuthority } from '../sync/fetch-authority';
import { pinnedFetch } from '../sync/pinned-fetch';
import type { Connection } from '../sync/sync-client';
import { officeAccess } from './office-access';
import { createOfficeSession } from './office-session';

/**
 * The line of an administrator without a laptop, for commands: a key that is made for this session alone, and the password. Over a
 * network the server has to stand under the authority whose SHA-256 is given.
 */
export async function signIn(
  serverUrl: string,
  credentials: NonNullable<SessionRequest['signIn']>,
  authorityHash = '',
): Promise<Outcome<Connection>> {
  const settings = settingsSchema.safeParse({ serverUrl });
  if (!settings.success || serverUrl === '') return fail(problem('server.notSet'));
  const authority = serverUrl.startsWith('https:') ? await fetchAuthority(serverUrl) : null;
  if (authority && !authority.ok) return authority;
  if ((authority?.value.sha256 ?? '') !== authorityHash) return fail(problem('server.notOurs'));
  const fetch = pinnedFetch(() => authority?.value.pem ?? null);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const session = createOfficeSession(
    { holder: { key: rawOf(publicKey) }, sign: (bytes) => sign(null, bytes, privateKey) },
    fetch,
    () => performance.now(),
    () => ({ signIn: credentials }),
  );
  return succeed({
    settings: () => settings.data,
    fetch,
    office: officeAccess(() => ({ serverUrl }), session),
  });
}

function rawOf(key: KeyObject): string {
  return key.export({ format: 'jwk' }).x ?? '';
}

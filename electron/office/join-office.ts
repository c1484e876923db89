import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem, problemSchema } from '../../shared/problems';
import type { JoinCard } from '../../shared/protocol/join-card';
import { isClearTextAllowed } from '../../shared/protocol/server-address';
import { type EnrolReply, enrolReplySchema, enrolText, sessionPaths } from '../../shared/protocol/session';
import type { DeviceKeys } from '../keys/open-device-keys';
import { fetchAuthority } from '../sync/fetch-authority';
import { pinnedFetch } from '../sync/pinned-fetch';
import { asAsked } from './as-asked';
import type { Membership } from './membership';

const patienceMillis = 20_000;

/** The SHA-256 of the authority that a server names, for a person to compare; empty on loopback, where there is none. */
export async function probeOffice(serverUrl: string): Promise<Outcome<{ authorityHash: string }>> {
  const authority = asAsked(await authorityOf(serverUrl));
  return authority.ok ? succeed({ authorityHash: authority.value?.sha256 ?? '' }) : authority;
}

/**
 * Makes this laptop known to an office with a one-time code. The code goes to a server of the authority that the card names and to
 * nobody else; nothing is kept here, which is the caller's.
 */
export async function joinOffice(
  { serverUrl, code, authorityHash }: JoinCard,
  keys: DeviceKeys,
  laptop: { readonly name: string; readonly version: string },
): Promise<Outcome<Membership>> {
  const authority = asAsked(await authorityOf(serverUrl));
  if (!authority.ok) return authority;
  if ((authority.value?.sha256 ?? '') !== authorityHash) return fail(problem('server.notOurs'));
  const { device, signingPublic: signingKey, sealingPublic: sealingKey } = keys;
  const said = enrolText({ device, signingKey, sealingKey });
  const signature = Buffer.from(keys.sign(Buffer.from(said))).toString('base64url');
  const pem = authority.value?.pem ?? null;
  const enrolled = await enrol(serverUrl, pem, {
    code,
    device,
    signingKey,
    sealingKey,
    signature,
    ...laptop,
  });
  if (!enrolled.ok) return enrolled;
  const { office, account, serverKey: id } = enrolled.value;
  return succeed({ id, serverUrl, authority: pem, office, account });
}

async function authorityOf(serverUrl: string) {
  const url = new URL(serverUrl);
  if (url.protocol === 'https:') return fetchAuthority(serverUrl);
  return isClearTextAllowed(url) ? succeed(null) : fail(problem('server.clearText'));
}

async function enrol(serverUrl: string, pem: string | null, body: object): Promise<Outcome<EnrolReply>> {
  try {
    const answer = await pinnedFetch(() => pem)(new URL(sessionPaths.enrol, serverUrl).href, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMillis),
    });
    const told: unknown = await answer.json().catch(() => null);
    const reply = enrolReplySchema.safeParse(told);
    if (answer.ok && reply.success) return succeed(reply.data);
    const refusal = problemSchema.safeParse(
      told && typeof told === 'object' && 'problem' in told ? told.problem : null,
    );
    return fail(refusal.success ? refusal.data : problem('server.answerStrange'));
  } catch {
    return fail(problem('server.noAnswer'));
  }
}

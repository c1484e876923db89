import { createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import * as client from 'openid-client';
import { z } from 'zod';
import type { RandomBytes } from '../../shared/clock';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { isClearTextAllowed } from '../../shared/protocol/server-address';
import { oidcPaths } from '../../shared/protocol/session';

/** What the office's identity provider is told of us, and which of its claims is an account's login. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly claim: string;
  /** How browsers reach this server. */
  readonly address: string;
}

/** Sign-in at an identity provider: code flow with PKCE. Only who somebody is comes from there. */
export interface Oidc {
  /** Where the browser goes, and the ticket with which whoever sent it there opens a session afterwards. */
  begin(now: number): Promise<Outcome<{ readonly url: string; readonly ticket: string }>>;
  /** What the provider says when the browser comes back: whose login, for which ticket. `path` with its query. */
  finish(
    path: string,
    now: number,
  ): Promise<Outcome<{ readonly login: string; readonly ticketHash: string }>>;
}

const stateSchema = z.object({ verifier: z.string(), nonce: z.string(), ticketHash: z.string() });

type State = Readonly<z.infer<typeof stateSchema>>;

const goodForSeconds = 10 * 60;

/**
 * What has to be remembered until the browser comes back goes with it, sealed: any process behind a balancer reads it again.
 * `secret` is the office's own; the provider is asked for its addresses when somebody first signs in.
 */
export function openOidc(settings: OidcSettings, secret: Uint8Array, random: RandomBytes): Oidc {
  const key = createHash('sha256').update('xunji-oidc').update(secret).digest();
  const redirect = new URL(oidcPaths.callback, settings.address).href;
  let found: Promise<client.Configuration> | null = null;
  const provider = () => {
    found ??= discover(settings).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
  return {
    async begin(now) {
      const config = await provider().catch(() => null);
      if (!config) return fail(problem('oidc.unreachable'));
      const ticket = Buffer.from(random(32)).toString('base64url');
      const [verifier, nonce] = [client.randomPKCECodeVerifier(), client.randomNonce()];
      const state = await seal(key, { verifier, nonce, ticketHash: hashTicket(ticket) }, now);
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        nonce,
        state,
      });
      return succeed({ url: url.href, ticket });
    },
    async finish(path, now) {
      const url = new URL(path, settings.address);
      const expectedState = url.searchParams.get('state') ?? '';
      const state = await open(key, expectedState, now);
      if (!state) return fail(problem('oidc.refused'));
      try {
        const tokens = await client.authorizationCodeGrant(await provider(), url, {
          pkceCodeVerifier: state.verifier,
          expectedNonce: state.nonce,
          expectedState,
          idTokenExpected: true,
        });
        const login: unknown = tokens.claims()?.[settings.claim];
        return typeof login === 'string'
          ? succeed({ login, ticketHash: state.ticketHash })
          : fail(problem('oidc.refused'));
      } catch {
        // Refused by the person or the provider, or not what we asked for: either way nobody is signed in.
        return fail(problem('oidc.refused'));
      }
    },
  };
}

/** The database knows a ticket by this alone. */
export function hashTicket(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex');
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const server = new URL(issuer);
  const isPlain = server.protocol === 'http:' && isClearTextAllowed(server);
  // The provider's signature counts, not only that the line led to it. Clear text is for one on this machine.
  const execute = [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])];
  return client.discovery(server, clientId, clientSecret, undefined, { execute });
}

function seal(key: Uint8Array, state: State, now: number): Promise<string> {
  return new EncryptJWT({ ...state })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(Math.floor(now / 1000) + goodForSeconds)
    .encrypt(key);
}

async function open(key: Uint8Array, text: string, now: number): Promise<State | null> {
  const options = { currentDate: new Date(now), requiredClaims: ['exp'] };
  const read = await jwtDecrypt(text, key, options).catch(() => null);
  return stateSchema.safeParse(read?.payload).data ?? null;
}

import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';

/** Short, because a token outlives what changed since; a revoked laptop or account is refused at once all the same. */
export const tokenSeconds = 15 * 60;

const claimsSchema = z.object({
  sub: z.string(),
  /** The laptop; '' for a session of a key alone. */
  dev: z.string(),
  /** Public key of who may use the token. */
  key: z.string(),
  /** Whether a password was given. */
  pwd: z.boolean(),
  /** When somebody signed in, in milliseconds; 0 where nobody did. */
  since: z.number().default(0),
  /** What was shown besides the key: only who came from the identity provider has nothing to show again and goes on by the token. */
  shown: z.enum(['', 'password', 'ticket']).default(''),
  /** What the account was when somebody signed in (`stateOf`); '' where nobody did. */
  state: z.string().default(''),
});

export type Claims = Readonly<z.infer<typeof claimsSchema>>;

export async function makeToken(key: Uint8Array, claims: Claims, now: number): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('xunji')
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + tokenSeconds)
    .sign(key);
}

/** Tokens that were found to be ours, of each key: a laptop shows the same one with every photo. */
const known = new WeakMap<Uint8Array, Map<string, Known>>();

const tokensKnown = 1000;

interface Known {
  readonly claims: Claims;
  /** In seconds. */
  readonly end: number;
}

/** What a token says; null where it is not ours, was changed or has run out. */
export async function readToken(key: Uint8Array, token: string, now: number): Promise<Claims | null> {
  const tokens = known.get(key) ?? new Map<string, Known>();
  known.set(key, tokens);
  const before = tokens.get(token);
  if (before && now < before.end * 1000) return before.claims;
  tokens.delete(token);
  const read = await verify(key, token, now);
  if (!read) return null;
  tokens.set(token, read);
  const [oldest] = tokens.keys();
  if (tokens.size > tokensKnown && oldest !== undefined) tokens.delete(oldest);
  return read.claims;
}

async function verify(key: Uint8Array, token: string, now: number): Promise<Known | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer: 'xunji',
      requiredClaims: ['exp'],
      currentDate: new Date(now),
    });
    return { claims: claimsSchema.parse(payload), end: payload.exp ?? 0 };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null;
    throw error;
  }
}

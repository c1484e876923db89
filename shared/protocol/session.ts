import { z } from 'zod';
import { roleSchema } from '../access/role';
import { sealingKeySchema, signingKeySchema } from '../bundles/device-card';
import { idSchema } from '../ids/id';

/** A name that people read: one line, nothing that a database or a log would stumble over. */
export const nameSchema = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** Likewise, where one is given: letters that turn those behind them around, or are not seen, would show another name than the one that is there. */
export const newNameSchema = nameSchema.regex(
  /^[^\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]*$/u,
);

export const loginSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,49}$/u);

/** Long enough that guessing through the server is hopeless; Argon2id does the rest for who stole the database. */
export const passwordSchema = z.string().min(10).max(200);

const nonceSchema = z.string().regex(/^[A-Za-z0-9_-]{20,200}$/);

/** An Ed25519 signature in base64url. */
const signatureSchema = z.string().regex(/^[A-Za-z0-9_-]{86}$/);

/** Who opens a session: an enrolled laptop, or a key made for this session alone, which then needs a password. */
const holderSchema = z.union([z.object({ device: idSchema }), z.object({ key: signingKeySchema })]);

/** POST /api/session/challenge. */
export const challengeRequestSchema = z.object({ holder: holderSchema });

export const challengeReplySchema = z.object({
  nonce: nonceSchema,
  epoch: idSchema,
  /** Whether people may sign in at the office's identity provider, besides with a password. */
  hasProvider: z.boolean().default(false),
});

/** POST /api/session: `signature` is over `sessionText`. A password makes it a session that may administrate. */
export const sessionRequestSchema = z.object({
  holder: holderSchema,
  nonce: nonceSchema,
  signature: signatureSchema,
  signIn: z.object({ login: z.string().max(50), password: z.string().max(200) }).optional(),
  /** In place of a password: what `oidcPaths.begin` gave, once its user has signed in at the identity provider. */
  ticket: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .optional(),
  /** In place of both: the last token of a session of this laptop that was signed in today. */
  renews: z.string().max(4_000).optional(),
});

export const accountSchema = z.object({
  id: idSchema,
  login: loginSchema,
  name: nameSchema,
  role: roleSchema,
  /** The person of the roster that this account is: the teams that name them are the account's. */
  person: z.union([idSchema, z.literal('')]),
  disabled: z.boolean(),
});

export const sessionReplySchema = z.object({
  token: z.string(),
  /** How long the token is good for; counted from its arrival, because clocks of laptops play no part. */
  seconds: z.number().int().positive(),
  account: accountSchema,
  isSignedIn: z.boolean(),
  /** What this server signs with: a laptop that joined before it was told learns it here. Absent from an older server. */
  serverKey: signingKeySchema.optional(),
});

/** Ten characters of Crockford's base32, in any case and with any hyphens and spaces; I, L and O are read as 1, 1 and 0. */
export const codeSchema = z
  .string()
  .max(40)
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0'))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/));

/** POST /api/enrol: a laptop makes itself known with a one-time code. `signature` is over `enrolText`: it has the key it names. */
export const enrolRequestSchema = z.object({
  code: codeSchema,
  device: idSchema,
  name: newNameSchema,
  signingKey: signingKeySchema,
  sealingKey: sealingKeySchema,
  version: z.string().max(40),
  signature: signatureSchema,
});

export const enrolReplySchema = z.object({
  account: accountSchema,
  /** What this server signs with, to know it again. */
  serverKey: signingKeySchema,
  office: z.string(),
  epoch: idSchema,
});

/** POST `oidcPaths.begin`: where the browser signs in, and the ticket of whoever sent it there. */
export const oidcBeginReplySchema = z.object({ url: z.url(), ticket: z.string() });

export type Holder = Readonly<z.infer<typeof holderSchema>>;
export type SessionRequest = Readonly<z.infer<typeof sessionRequestSchema>>;
/** What a session shows besides its key. Nothing of it: a laptop that only syncs. */
export type ShownSignIn = Pick<SessionRequest, 'signIn' | 'ticket' | 'renews'>;

export type SessionReply = Readonly<z.infer<typeof sessionReplySchema>>;
export type Account = Readonly<z.infer<typeof accountSchema>>;
export type EnrolRequest = Readonly<z.infer<typeof enrolRequestSchema>>;
export type EnrolReply = Readonly<z.infer<typeof enrolReplySchema>>;

/** The header that shows on each request that the token's owner sends it: a signature over `proofText`. */
export const proofHeader = 'xunji-proof';

/** The SHA-256 of the body in hex, which the proof covers. */
export const bodyHeader = 'xunji-body';

/** What a laptop tells with an exchange for the list of laptops: its Xunji's version, and how many changes and files it still holds. */
export const tellHeaders = { version: 'xunji-version', pending: 'xunji-pending' } as const;

/** What opens a session is signed for one server: an answer to another one's challenge is worth nothing here. */
export function sessionText(nonce: string, epoch: string): string {
  return `xunji-session\n${nonce}\n${epoch}`;
}

/** Shows that who enrols has the key that it names; the code, which people type in many ways, is no part of it. */
export function enrolText({
  device,
  signingKey,
  sealingKey,
}: Pick<EnrolRequest, 'device' | 'signingKey' | 'sealingKey'>): string {
  return `xunji-enrol\n${device}\n${signingKey}\n${sealingKey}`;
}

/**
 * `path` with its query, as the request line has it; `tokenHash` the SHA-256 of the token in hex, `bodyHash` that of the body as it is sent;
 * '' without one, and for the bytes of an upload, which have to be those of the hash that began it.
 */
export function proofText(method: string, path: string, tokenHash: string, bodyHash: string): string {
  return `xunji-proof\n${method}\n${path}\n${tokenHash}\n${bodyHash}`;
}

/** Sessions and enrolment; open to strangers, who have nothing yet to show. */
export const sessionPaths = {
  challenge: '/api/session/challenge',
  session: '/api/session',
  enrol: '/api/enrol',
} as const;

/** Sign-in at the office's identity provider, where the server has one set. */
export const oidcPaths = { begin: '/api/oidc/begin', callback: '/api/oidc/callback' } as const;

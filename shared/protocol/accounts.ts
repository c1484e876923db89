import { z } from 'zod';
import { auditActs, auditEntrySchema } from '../access/audit';
import { roleSchema } from '../access/role';
import { idSchema, refSchema } from '../ids/id';
import { accountSchema, loginSchema, newNameSchema, passwordSchema } from './session';

/** Administration; all of it asks for an administrator who signed in with a password. */
export const accountPaths = {
  /** GET lists, POST makes, PUT `/:account` changes, PUT `/:account/password` sets the password. */
  accounts: '/api/accounts',
  /** POST: a one-time code for a laptop of an account. */
  codes: '/api/codes',
  /** GET lists, POST `/:device/revoke`. */
  devices: '/api/devices',
  /** GET lists, PUT gives, DELETE takes. */
  grants: '/api/grants',
  /** GET a page of one chain; GET `/check` reads all. */
  audit: '/api/audit',
} as const;

export const newAccountSchema = z.object({
  login: loginSchema,
  name: newNameSchema,
  role: roleSchema,
  person: refSchema.default(''),
  password: passwordSchema.optional(),
});

/** Only what is named is changed. */
export const accountEditSchema = z.object({
  name: newNameSchema.optional(),
  role: roleSchema.optional(),
  person: refSchema.optional(),
  disabled: z.boolean().optional(),
});

export const accountListSchema = z.object({
  accounts: z.array(accountSchema.extend({ hasPassword: z.boolean(), madeAt: z.string() })),
});

export const codeRequestSchema = z.object({ account: idSchema });

export const codeReplySchema = z.object({ code: z.string(), expiresAt: z.string() });

export const deviceListSchema = z.object({
  devices: z.array(
    z.object({
      id: idSchema,
      account: idSchema,
      name: z.string(),
      signingKey: z.string(),
      sealingKey: z.string(),
      version: z.string(),
      enrolledAt: z.string(),
      /** '' while it may come. */
      revokedAt: z.string(),
      /** '' before the first; after a power cut of the server until it comes again. */
      lastContact: z.string(),
      /** Changes and files that it still held when it last came. */
      pending: z.number().int(),
    }),
  ),
});

/** Access to a tour: the whole of it, or with a team what is that team's. */
export const grantSchema = z.object({ account: idSchema, tour: idSchema, team: refSchema.default('') });

export const grantListSchema = z.object({
  grants: z.array(grantSchema.extend({ source: z.enum(['made', 'given']) })),
});

/**
 * Which entries of one chain: with `after` in their order from there on, else the newest first, below `before` where it is given.
 * Empty words ask for all. `from` and `to` are moments of the server, ISO 8601 in UTC; `to` itself is left out.
 */
export const auditQuerySchema = z.object({
  scope: z.string().max(64).default('server'),
  after: z.coerce.number().int().nonnegative().optional(),
  before: z.coerce.number().int().positive().optional(),
  account: z.string().max(64).default(''),
  act: z.union([z.enum(auditActs), z.literal('')]).default(''),
  from: z.string().max(40).default(''),
  to: z.string().max(40).default(''),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** The ends of all chains: written down elsewhere, they show whether the log was ever made anew. */
  heads: z.array(z.object({ scope: z.string(), number: z.number().int(), hash: z.string() })),
});

export const auditCheckSchema = z.object({
  breaks: z.array(z.object({ scope: z.string(), number: z.number().int() })),
});

export type NewAccount = Readonly<z.infer<typeof newAccountSchema>>;
export type AccountEdit = Readonly<z.infer<typeof accountEditSchema>>;
export type AuditQuery = Readonly<z.infer<typeof auditQuerySchema>>;
export type Grant = Readonly<z.infer<typeof grantSchema>>;

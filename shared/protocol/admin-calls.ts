import { z } from 'zod';
import { idSchema, sha256Schema } from '../ids/id';
import {
  accountEditSchema,
  accountListSchema,
  auditCheckSchema,
  auditPageSchema,
  auditQuerySchema,
  codeRequestSchema,
  deviceListSchema,
  grantListSchema,
  grantSchema,
  newAccountSchema,
} from './accounts';
import {
  backupCheckSchema,
  backupCheckedSchema,
  backupsSchema,
  restoreRequestSchema,
  restoreViewSchema,
} from './backups';
import { accountSchema, passwordSchema } from './session';

const nothing = z.object({});
const authorityHashSchema = z.union([sha256Schema, z.literal('')]);

/** What an administrator asks of the office. The password and the session stay in main; each call is one request to the server. */
export const adminCallSchemas = {
  'admin.describe': {
    input: nothing,
    output: z.object({
      isSignedIn: z.boolean(),
      /** The SHA-256 of the office's authority, for whoever joins to compare; '' on loopback, where clear text is spoken. */
      authorityHash: authorityHashSchema,
    }),
  },
  /** Kept in main's memory alone, and only while it is used. */
  'admin.signIn': { input: z.object({ password: z.string().min(1).max(200) }), output: nothing },
  /** Whether the office has an identity provider at which to sign in. */
  'admin.hasProvider': { input: nothing, output: z.object({ hasProvider: z.boolean() }) },
  /** Main opens the provider's page in the system's browser and answers when that is done or given up. */
  'admin.signInElsewhere': { input: nothing, output: z.object({ isSignedIn: z.boolean() }) },
  'admin.giveUpSignIn': { input: nothing, output: nothing },
  'admin.signOut': { input: nothing, output: nothing },
  'admin.listAccounts': { input: nothing, output: accountListSchema },
  'admin.makeAccount': { input: newAccountSchema, output: accountSchema },
  'admin.changeAccount': {
    input: z.object({ account: accountSchema.shape.id, edit: accountEditSchema }),
    output: accountSchema,
  },
  'admin.setPassword': {
    input: z.object({ account: accountSchema.shape.id, password: passwordSchema }),
    output: nothing,
  },
  /** A one-time code as a card: one line that holds all a computer needs to join. */
  'admin.makeCard': {
    input: codeRequestSchema,
    output: z.object({
      card: z.string(),
      serverUrl: z.string(),
      code: z.string(),
      expiresAt: z.string(),
      authorityHash: authorityHashSchema,
    }),
  },
  'admin.listDevices': { input: nothing, output: deviceListSchema },
  'admin.revokeDevice': { input: z.object({ device: accountSchema.shape.id }), output: nothing },
  'admin.listGrants': { input: nothing, output: grantListSchema },
  'admin.giveGrant': { input: grantSchema, output: nothing },
  'admin.takeGrant': { input: grantSchema, output: nothing },
  'admin.readAudit': { input: auditQuerySchema, output: auditPageSchema },
  'admin.checkAudit': { input: nothing, output: auditCheckSchema },
  'admin.describeBackups': { input: nothing, output: backupsSchema },
  'admin.backUpNow': { input: nothing, output: nothing },
  'admin.checkBackup': {
    input: backupCheckSchema.extend({ state: idSchema }),
    output: backupCheckedSchema,
  },
  'admin.describeRestore': { input: nothing, output: restoreViewSchema },
  /** Begins to restore a state beside the running office. The key is kept nowhere. */
  'admin.prepareRestore': { input: restoreRequestSchema.extend({ state: idSchema }), output: nothing },
  'admin.giveUpRestore': { input: nothing, output: nothing },
  /** What is prepared takes the place of the office; the server begins anew. */
  'admin.replaceOffice': { input: z.object({ state: idSchema }), output: nothing },
} as const;

export type AdminCall = keyof typeof adminCallSchemas;

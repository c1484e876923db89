import { z } from 'zod';

/** Everything that is written down of what somebody did. */
export const auditActs = [
  'account.made',
  'account.changed',
  'password.set',
  'code.made',
  'device.enrolled',
  'device.revoked',
  'device.allowed',
  'session.opened',
  'signIn.failed',
  'grant.given',
  'grant.taken',
  'changes.accepted',
  'changes.refused',
  'bundle.handedIn',
  'bundle.refused',
  'attachment.begun',
  'attachment.stored',
  'thumb.stored',
  'attachments.swept',
  'audit.read',
  'audit.pruned',
  'backup.begun',
  'backup.checked',
  'restore.begun',
  'restore.ordered',
  'restore.refused',
  'restore.givenUp',
  'backup.restored',
] as const;

export type AuditAct = (typeof auditActs)[number];

/** One line of the audit log: ids only, never a name or a word that somebody typed. `hash` covers all before it. */
export const auditEntrySchema = z.object({
  scope: z.string(),
  number: z.number().int().positive(),
  at: z.string(),
  account: z.string(),
  device: z.string(),
  act: z.enum(auditActs),
  subject: z.string(),
  /** How many of them, where the act is about several. */
  count: z.number().int(),
  previous: z.string(),
  hash: z.string(),
});

export type AuditEntry = Readonly<z.infer<typeof auditEntrySchema>>;

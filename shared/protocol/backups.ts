import { z } from 'zod';
import { idSchema } from '../ids/id';
import { type Problem, problem, problemSchema } from '../problems';

/** GET describes, POST begins one now, POST `/:state/check` reads one. */
export const backupsPath = '/api/backups';

export const backupsSchema = z.object({
  /** Null where the server was given no folder for backups. */
  target: z
    .object({
      /** On the server's machine: whoever restores there must name it. */
      directory: z.string(),
      minutes: z.number(),
    })
    .nullable(),
  isRunning: z.boolean(),
  /** When the last one failed, since the server started and not mended since; '' where none did. ISO 8601 in UTC. */
  failedAt: z.string(),
  /** Why, where that is known in words. */
  problem: problemSchema.nullable().default(null),
  /** Attachments that the last backup could not read whole on the server: how many, and the SHA-256 of one. */
  damaged: z.object({ count: z.number().int().positive(), first: z.string() }).nullable().default(null),
  /** Where the server's clock went back or far ahead between two of the last backups; the second was made next. ISO 8601 in UTC. */
  jump: z.object({ from: z.string(), to: z.string() }).nullable().default(null),
  /** The newest first; an id is a state's name in the folder. */
  states: z.array(z.object({ id: idSchema, at: z.string() })),
});

/** With the private key (AGE-SECRET-KEY-1…) every byte is read and compared; without it only what is there is looked for. */
export const backupCheckSchema = z.object({ identity: z.string().max(200).default('') });

export const backupCheckedSchema = z.object({
  /** Whether the contents were read, or only looked for. */
  isRead: z.boolean(),
  changes: z.number().int().nonnegative(),
  files: z.number().int().nonnegative(),
  /** What is missing or was changed: "parts/<sha256>", "blobs/<sha256>"; at most a hundred are named. */
  broken: z.array(z.string()),
  brokenCount: z.number().int().nonnegative(),
});

/** With the private key, which is needed for the time of preparing and is kept nowhere. */
export const restoreRequestSchema = z.object({ identity: z.string().min(1).max(200) });

/** How far a restore is: GET `/api/restore`; DELETE gives it up. */
export const restorePath = '/api/restore';

const names = z.array(z.string());

export const restoreViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('preparing'),
    state: idSchema,
    /** Files of the backup that were read, of so many; 0 of 0 while that is not known. */
    done: z.number().int().nonnegative(),
    of: z.number().int().nonnegative(),
  }),
  z.object({
    kind: z.literal('ready'),
    state: idSchema,
    changes: z.number().int().nonnegative(),
    files: z.number().int().nonnegative(),
    /** Attachments that the backup no longer has whole. */
    lost: z.number().int().nonnegative(),
    /** Whom the restored office lets in, in words. */
    accounts: names,
    devices: names,
    /** Whether whoever prepared it may administrate it from the same computer. */
    stays: z.boolean(),
  }),
  z.object({ kind: z.literal('failed'), state: idSchema, problem: problemSchema }),
]);

export type RestoreView = Readonly<z.infer<typeof restoreViewSchema>>;
export type BackupsView = Readonly<z.infer<typeof backupsSchema>>;
/** In words, with the times as they shall be read. */
export function clockJumped({ from, to }: { readonly from: string; readonly to: string }): Problem {
  return problem('backup.clockJumped', { from, to });
}

export function filesDamaged(damaged: NonNullable<BackupsView['damaged']>): Problem {
  return problem('backup.filesDamaged', damaged);
}

export type BackupChecked = Readonly<z.infer<typeof backupCheckedSchema>>;

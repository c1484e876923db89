import { z } from 'zod';
import { changeSchema } from '../changes/change';
import { idSchema, sha256Schema } from '../ids/id';
import { problemSchema } from '../problems';
import { officeScope } from '../records/record-schemas';

const nothing = z.object({});

const journalOriginSchema = z.enum(['local', 'remote', 'discarded']);

/**
 * One entry of the journal: `sequence` counts from 1; only what was taken off the disk left gaps. `discarded` speaks of a change that
 * stands further up, which the server refused and its author took back.
 */
export const journalEntrySchema = z.object({
  sequence: z.number().int().positive(),
  origin: journalOriginSchema,
  change: changeSchema,
  /** It stands further up as well, was withheld, and is free: told once more to whoever is past its first place. */
  again: z.literal(true).optional(),
  /** Why a server refused it of a page that this laptop carried: it is passed on to nobody. */
  withheld: problemSchema.optional(),
});

/** The window's calls for its journal, which main keeps. */
export const journalCalls = {
  /** Answers when the entries are on disk (fsync), which is what 已保存 rests on. */
  'journal.append': {
    input: z.object({ origin: journalOriginSchema, changes: z.array(changeSchema).min(1).max(2000) }),
    output: z.object({ sequence: z.number().int().positive() }),
  },
  /** Changes that count together: gathered aside, and in the journal from `commit` on, whatever stops in between. */
  'imports.begin': { input: nothing, output: z.object({ import: idSchema }) },
  'imports.append': {
    input: z.object({ import: idSchema, changes: z.array(changeSchema).min(1).max(2000) }),
    output: nothing,
  },
  /** `sequence` is that of the last of them in the journal; null where they count and the journal will have them later. */
  'imports.commit': {
    input: z.object({ import: idSchema }),
    output: z.object({ sequence: z.number().int().nonnegative().nullable() }),
  },
  'imports.abandon': { input: z.object({ import: idSchema }), output: nothing },
  'journal.describe': {
    input: nothing,
    output: z.object({
      generation: idSchema,
      sequence: z.number().int().nonnegative(),
      /** Bytes that had to be set aside because they were damaged; 0 in a sound journal. */
      damagedBytes: z.number().int().nonnegative(),
    }),
  },
  'journal.read': {
    input: z.object({ after: z.number().int().nonnegative(), limit: z.number().int().min(1).max(2000) }),
    output: z.object({ entries: z.array(journalEntrySchema) }),
  },
  /**
   * Takes all of some tours off the disk but the changes in `keep`, and of `files` those that nothing left here names. Answered when
   * they are gone; what stops in between is done at the next start.
   */
  'journal.forgetScopes': {
    input: z.object({
      scopes: z
        .array(idSchema.refine((scope) => scope !== officeScope))
        .min(1)
        .max(10_000),
      keep: z.array(idSchema).max(100_000),
      files: z.array(sha256Schema).max(1_000_000),
    }),
    output: nothing,
  },
} as const;

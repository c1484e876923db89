import { z } from 'zod';
import { idSchema, sha256Schema } from '../../shared/ids/id';

/** A part of a table: so many entries as JSON, a line each. Its name is the SHA-256 of these bytes before they were encrypted. */
const partSchema = z.object({ sha256: sha256Schema, entries: z.number().int().positive() });

/** `sha256` is that of all lines in the order of the parts: the same after a restore. `changes` is the log, with its numbers. */
const tableSchema = z.object({
  name: z.string().regex(/^[a-z_]+$/),
  entries: z.number().int().nonnegative(),
  sha256: sha256Schema,
  parts: z.array(partSchema),
});

const blobSchema = z.object({ sha256: sha256Schema, size: z.number().int().nonnegative() });

/** One state of an office. `at` is the server's clock: a label. */
export const manifestSchema = z.object({
  format: z.literal(1),
  id: idSchema,
  at: z.string().max(40),
  epoch: idSchema,
  tables: z.array(tableSchema),
  blobs: z.array(blobSchema),
  /** Attachments that could not be read, or whose bytes were no longer those of their name, when this was written: not in here. */
  damaged: z.array(sha256Schema),
});

export type Manifest = Readonly<z.infer<typeof manifestSchema>>;
export type BackupTable = Manifest['tables'][number];

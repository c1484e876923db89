import { z } from 'zod';
import { anyChangeSchema } from '../changes/change';
import { idSchema, sha256Schema } from '../ids/id';
import { changeBytes } from '../protocol/sync';
import { receiptSchema } from './receipt';
import { pageOfficeSchema, pageSignatureSchema } from './signed-page';

/** One line of the encrypted part is at most this long: the largest change with room around it. */
export const lineLimit = changeBytes + (1 << 20);

/** The first entry of every part. */
export const manifestSchema = z.object({
  entry: z.literal('manifest'),
  bundle: idSchema,
  part: z.number().int().min(1),
  parts: z.number().int().min(1),
  /** Whose laptop wrote it, and when by its clock. */
  name: z.string().max(50),
  at: z.string().max(40),
  /** Whose data it holds, and what its pages are signed for. */
  office: pageOfficeSchema.default(''),
  /** The journal that the numbers below count in. */
  generation: idSchema,
  /** Of each scope: everything from above `from` (which the receivers have) up to `upTo`. */
  scopes: z.array(
    z.object({
      scope: idSchema,
      title: z.string().max(200),
      from: z.number().int().nonnegative(),
      upTo: z.number().int().nonnegative(),
    }),
  ),
  changes: z.number().int().nonnegative(),
  files: z.number().int().nonnegative(),
});

/** Changes as they were made. One that a newer Xunji made is read after an update, as from the server. */
export const changesEntrySchema = z.object({
  entry: z.literal('changes'),
  changes: z.array(anyChangeSchema).min(1).max(2000),
  /** By the laptop that wrote the bundle, over `pageText`: what a server believes, whoever brings it. */
  signature: pageSignatureSchema.default(''),
});

/** `length` raw bytes follow: those of a file from `from` on. A file may go on in the next part. */
export const fileEntrySchema = z.object({
  entry: z.literal('file'),
  sha256: sha256Schema,
  size: z.number().int().nonnegative(),
  from: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
});

const receiptEntrySchema = z.object({ entry: z.literal('receipt'), receipt: receiptSchema });

/** Nothing follows. */
const endEntrySchema = z.object({ entry: z.literal('end') });

export const bundleEntrySchema = z.discriminatedUnion('entry', [
  manifestSchema,
  changesEntrySchema,
  fileEntrySchema,
  receiptEntrySchema,
  endEntrySchema,
]);

export type BundleManifest = Readonly<z.infer<typeof manifestSchema>>;
export type BundleEntry = Readonly<z.infer<typeof bundleEntrySchema>>;

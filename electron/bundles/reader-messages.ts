import { z } from 'zod';
import { manifestSchema } from '../../shared/bundles/bundle-entry';
import { bundleHeaderSchema } from '../../shared/bundles/bundle-header';
import { pageSignatureSchema } from '../../shared/bundles/signed-page';
import { receiptSchema } from '../../shared/bundles/receipt';
import { idSchema, sha256Schema } from '../../shared/ids/id';
import { outcomeSchema } from '../../shared/outcome';

const partFileSchema = z.object({ path: z.string(), file: z.string() });

/** What goes to the process that reads bundles. */
export const bundleTaskSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('peek'), files: z.array(partFileSchema) }),
  z.object({
    kind: z.literal('unpack'),
    parts: z.array(partFileSchema),
    identity: z.string(),
    bundle: idSchema,
    signing: z.string(),
    spool: z.string(),
  }),
]);

const count = z.number().int().nonnegative();

export const peekedSchema = z.array(partFileSchema.extend({ header: outcomeSchema(bundleHeaderSchema) }));

export const unpackedSchema = outcomeSchema(
  z.object({
    manifest: manifestSchema,
    pages: z.array(z.object({ from: count, length: count, changes: count, signature: pageSignatureSchema })),
    files: z.array(z.object({ sha256: sha256Schema, size: count })),
    receipts: z.array(receiptSchema),
  }),
);

/** What it says: that it can begin, how far it is, and its answer. */
export const bundleReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('bytes'), bytes: count }),
  z.object({ kind: z.literal('done'), value: z.unknown() }),
]);

export type BundleReply = z.infer<typeof bundleReplySchema>;
export type BundleTask = z.infer<typeof bundleTaskSchema>;

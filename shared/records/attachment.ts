import { z } from 'zod';
import { idSchema, refSchema, sha256Schema } from '../ids/id';

/** 附件: a file kept by its hash and never changed. `about` is the record it is evidence of; `size` in bytes. */
export const attachmentSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  about: refSchema.default(''),
  sha256: sha256Schema,
  size: z.number().int().nonnegative(),
  mime: z.string().default('application/octet-stream'),
  name: z.string().default(''),
  caption: z.string().default(''),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;

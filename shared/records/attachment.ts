import { z } from 'zod';
import { idSchema, refSchema, sha256Schema } from '../ids/id';
import { photoMarkSchema } from './photo-mark';
import { positionSchema } from './position';

/** How a file came to its stop: put there by hand, or matched by its time or its position. */
export const placements = ['hand', 'time', 'position'] as const;

/**
 * 附件: a file kept by its hash and never changed. `about` is the record it is evidence of; `size` in bytes. `takenAt` is the
 * camera's own time (ISO 8601, without an offset where the camera wrote none); `clockOffset` the seconds that were added to it
 * when it was matched; `seconds` the length of a recording.
 */
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
  takenAt: z.string().default(''),
  clockOffset: z.number().int().default(0),
  position: positionSchema.nullable().default(null),
  placed: z.enum(placements).default('hand'),
  seconds: z.number().nonnegative().default(0),
  marks: z.array(photoMarkSchema).max(200).default([]),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;

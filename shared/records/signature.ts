import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** One stroke: x, y, x, y … in thousandths of the width of the pad, so that it is drawn at any size. */
const strokeSchema = z.array(z.number().int().min(-100).max(1100)).max(4000);

/**
 * A signature drawn on the spot: who confirms, for which unit, which words, and which findings (ids of issues).
 * `statement` is what stood above the line when they signed; it is never edited afterwards.
 */
export const signatureSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  signer: z.string().default(''),
  post: z.string().default(''),
  unit: z.string().default(''),
  statement: z.string().default(''),
  findings: z.array(idSchema).default([]),
  objection: z.string().default(''),
  /** Drawn with a pen, or, for who cannot draw, the name typed by the signer in person. */
  way: z.enum(['drawn', 'typed']).default('drawn'),
  strokes: z.array(strokeSchema).max(400).default([]),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Signature = Readonly<z.infer<typeof signatureSchema>>;

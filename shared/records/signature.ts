import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** One stroke: x, y, x, y … in thousandths of the width of the pad, so that it is drawn at any size. */
const strokeSchema = z.array(z.number().int().min(-100).max(1100)).max(4000);

export const strokesSchema = z.array(strokeSchema).max(400);

export const signatureWays = ['drawn', 'typed', 'refused'] as const;

/**
 * A signature drawn on the spot: who confirms, for which unit, which words, and which findings (ids of issues) and remarks.
 * `statement` is what stood above the line when they signed; it is never edited afterwards, which `digest` shows.
 */
export const signatureSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  signer: z.string().default(''),
  post: z.string().default(''),
  unit: z.string().default(''),
  /** Where it was signed, as it was called then. */
  place: z.string().default(''),
  address: z.string().default(''),
  language: z.enum(['zh', 'en']).default('zh'),
  statement: z.string().default(''),
  findings: z.array(idSchema).default([]),
  remarks: z.array(idSchema).default([]),
  objection: z.string().default(''),
  /** Drawn with a pen; for who cannot draw, the name typed by the signer in person; or 拒签, with why and who saw it. */
  way: z.enum(signatureWays).default('drawn'),
  refusal: z.string().default(''),
  witness: z.string().default(''),
  strokes: strokesSchema.default([]),
  /** SHA-256 of all that was signed (see signed-content.ts); empty in signatures of the first version. */
  digest: z.string().default(''),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Signature = Readonly<z.infer<typeof signatureSchema>>;

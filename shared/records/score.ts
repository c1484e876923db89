import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** 评分: one judge's points at one stop, each a field of its own ("points.progress"); null or missing is not yet judged. */
export const scoreSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  sheet: refSchema.default(''),
  judge: z.string().default(''),
  points: z.record(z.string(), z.number().nullable()).default({}),
  comment: z.string().default(''),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Score = Readonly<z.infer<typeof scoreSchema>>;

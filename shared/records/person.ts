import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** 人员. `rank` is the administrator's order of precedence, small first: lists of people are never alphabetical. */
export const personSchema = z.object({
  id: idSchema,
  name: z.string().default(''),
  posts: z.array(z.string()).default([]),
  unit: refSchema.default(''),
  rank: z.number().int().default(0),
  phone: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Person = Readonly<z.infer<typeof personSchema>>;

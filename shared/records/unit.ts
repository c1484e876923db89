import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** 单位: a node of the tree of units, with its full and short name. */
export const unitSchema = z.object({
  id: idSchema,
  name: z.string().default(''),
  short: z.string().default(''),
  parent: refSchema.default(''),
  /** The administrator's order of precedence, small first. */
  rank: z.number().int().default(0),
  deleted: z.boolean().default(false),
});

export type Unit = Readonly<z.infer<typeof unitSchema>>;

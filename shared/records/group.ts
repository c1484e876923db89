import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** How a list ends that names only some. */
export const openTail = '等';

/** 点位组: stops that share a stage or a topic. `complete` is false for a list that ended in 等; `tail` keeps its words. */
export const groupSchema = z.object({
  id: idSchema,
  tour: idSchema,
  team: refSchema.default(''),
  order: z.number().int().default(0),
  label: z.string().default(''),
  stage: z.string().default(''),
  topic: z.string().default(''),
  complete: z.boolean().default(true),
  tail: z.string().default(''),
  observed: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Group = Readonly<z.infer<typeof groupSchema>>;

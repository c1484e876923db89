import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** 组: leader, members and districts of one route. `certain` is false where the source leaves the team open. */
export const teamSchema = z.object({
  id: idSchema,
  tour: idSchema,
  order: z.number().int().default(0),
  name: z.string().default(''),
  leader: refSchema.default(''),
  members: z.array(idSchema).default([]),
  districts: z.array(z.string()).default([]),
  certain: z.boolean().default(true),
  deleted: z.boolean().default(false),
});

export type Team = Readonly<z.infer<typeof teamSchema>>;

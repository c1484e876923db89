import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

export const taskOrigins = ['said', 'added'] as const;

export const taskStatuses = ['open', 'reported', 'closed'] as const;

/**
 * 任务: what somebody has to do. `basis` is the remark, issue or request that it comes from. `origins` tells of each field
 * whether the leader said it or the secretary added it; a field that is not in it was added.
 */
export const taskSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  basis: refSchema.default(''),
  text: z.string().default(''),
  lead: z.string().default(''),
  assist: z.array(z.string()).default([]),
  leader: z.string().default(''),
  due: z.string().default(''),
  origins: z.record(z.string(), z.enum(taskOrigins)).default({}),
  status: z.enum(taskStatuses).default('open'),
  progress: z.string().default(''),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Task = Readonly<z.infer<typeof taskSchema>>;

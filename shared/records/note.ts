import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/**
 * 记录: what was seen or heard. `recording` and `second` pin it to a place in a voice memo.
 * `at` is a wall-clock label (ISO 8601 with offset), never an order.
 */
export const noteSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  group: refSchema.default(''),
  recording: refSchema.default(''),
  second: z.number().nonnegative().nullable().default(null),
  text: z.string().default(''),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Note = Readonly<z.infer<typeof noteSchema>>;

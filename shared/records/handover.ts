import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** 送政策: a policy that was handed over, to whom, and what they asked about it. */
export const handoverSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  policy: z.string().default(''),
  receiver: z.string().default(''),
  questions: z.string().default(''),
  answer: z.string().default(''),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Handover = Readonly<z.infer<typeof handoverSchema>>;

import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** 诉求: what an enterprise asks for. `raisedBy` is who said it; `answer` what was promised or settled on the spot. */
export const requestSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  meeting: refSchema.default(''),
  text: z.string().default(''),
  category: z.string().default(''),
  raisedBy: z.string().default(''),
  responsible: z.string().default(''),
  answer: z.string().default(''),
  settled: z.boolean().default(false),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Request = Readonly<z.infer<typeof requestSchema>>;

import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';
import { jsonSchema } from '../json';

/**
 * The answers of one stop, with the version of the template they were given to.
 * Each answer is a field of its own ("answers.permit"), so that two people can fill different items without a conflict.
 */
export const answerSheetSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  checklist: refSchema.default(''),
  version: z.string().default(''),
  answers: z.record(z.string(), jsonSchema).default({}),
  deleted: z.boolean().default(false),
});

export type AnswerSheet = Readonly<z.infer<typeof answerSheetSchema>>;

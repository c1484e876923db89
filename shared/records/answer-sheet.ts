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
  /** The sheet of a newer version that took this one's answers over; this one stays as it was filled. */
  replacedBy: refSchema.default(''),
  answers: z.record(z.string(), jsonSchema).default({}),
  /** What the checklist made of the answers, by path: nobody typed it, so two values of it are never a conflict. */
  calculated: z.record(z.string(), jsonSchema).default({}),
  /** Answers whose question the form does not ask since another answer hides it, by path ("yes"): kept, and no finding. */
  hidden: z.record(z.string(), jsonSchema).default({}),
  deleted: z.boolean().default(false),
});

export type AnswerSheet = Readonly<z.infer<typeof answerSheetSchema>>;

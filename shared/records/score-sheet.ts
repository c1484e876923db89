import { z } from 'zod';
import { idSchema } from '../ids/id';

/** `max` is the full mark of a criterion in points; `weight` its share, and only the proportion of the weights matters. */
export const criterionSchema = z.object({
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]*$/),
  label: z.string(),
  max: z.number().positive().default(10),
  weight: z.number().nonnegative().default(1),
});

/** A 观摩 score sheet: what is judged, and how many of the highest and lowest totals of a stop are dropped. */
export const scoreSheetSchema = z.object({
  id: idSchema,
  tour: idSchema,
  title: z.string().default(''),
  criteria: z.array(criterionSchema).default([]),
  /** Who judges, in the order of their columns. */
  judges: z.array(z.string().max(100)).max(50).default([]),
  dropHighest: z.number().int().nonnegative().default(0),
  dropLowest: z.number().int().nonnegative().default(0),
  deleted: z.boolean().default(false),
});

export type Criterion = Readonly<z.infer<typeof criterionSchema>>;
export type ScoreSheet = Readonly<z.infer<typeof scoreSheetSchema>>;

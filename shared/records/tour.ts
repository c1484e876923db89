import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';
import { partialDateSchema } from './partial-date';

/** What a tour usually is; any other word may stand in its place. */
export const tourForms = ['调研', '督导', '观摩', '拉练', '座谈会', '调度会'] as const;

/** 活动: one round of visits. `statedTotal` is the total that people say ("58 in all"), kept even where the list is shorter. */
export const tourSchema = z.object({
  id: idSchema,
  title: z.string().default(''),
  forms: z.array(z.string()).default([]),
  series: z.string().default(''),
  date: partialDateSchema.prefault({}),
  place: z.string().default(''),
  organiser: z.string().default(''),
  purpose: z.string().default(''),
  statedTotal: z.number().int().nullable().default(null),
  /** Who came, in the order given; `person` where the roster knows them, `name` as written. */
  participants: z
    .array(
      z.object({
        person: refSchema.default(''),
        name: z.string(),
        posts: z.array(z.string()).default([]),
        role: z.string().default(''),
      }),
    )
    .default([]),
  topics: z.array(z.string()).default([]),
  /** What a secretary still has to ask about. */
  toVerify: z.array(z.string()).default([]),
  deleted: z.boolean().default(false),
});

export type Tour = Readonly<z.infer<typeof tourSchema>>;

import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** 指标. `value` is kept as it was written: 272.80 keeps its zero, 50%—70% stays a range. */
export const indicatorSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  group: refSchema.default(''),
  /** The meeting at which it was reported. */
  meeting: refSchema.default(''),
  order: z.number().int().default(0),
  /** The line as it was typed: what the other fields do not hold is still in here. */
  text: z.string().default(''),
  subject: z.string().default(''),
  name: z.string().default(''),
  value: z.string().default(''),
  unit: z.string().default(''),
  period: z.string().default(''),
  /** 同比, as written and with its sign: "17.23%", "-3.1%". */
  yearOnYear: z.string().default(''),
  target: z.boolean().default(false),
  source: z.string().default(''),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Indicator = Readonly<z.infer<typeof indicatorSchema>>;

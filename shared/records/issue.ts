import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** Least grave first: 一般, 较大, 重大. */
export const severities = ['minor', 'major', 'critical'] as const;

/** 未回头看, 已整改, 未整改. */
export const recheckResults = ['none', 'fixed', 'unfixed'] as const;

/** 问题: found on site. `solvedHow` is the evidence that 现场办结 requires. */
export const issueSchema = z.object({
  id: idSchema,
  tour: idSchema,
  stop: refSchema.default(''),
  text: z.string().default(''),
  category: z.string().default(''),
  severity: z.enum(severities).default('minor'),
  responsible: z.string().default(''),
  measure: z.string().default(''),
  due: z.string().default(''),
  solvedOnSite: z.boolean().default(false),
  solvedHow: z.string().default(''),
  /** 回头看: what a later visit found of it, in whose words and when; its photos are attachments of that visit about this issue. */
  recheck: z.enum(recheckResults).default('none'),
  recheckWords: z.string().default(''),
  recheckedBy: z.string().default(''),
  recheckedAt: z.string().default(''),
  /** The stop at which somebody looked again: mostly one of a later tour, whose minutes tell it. */
  recheckedStop: refSchema.default(''),
  /** The item of a checklist that this issue was made of: its answer sheet and the path of the answer in it. */
  sheet: refSchema.default(''),
  item: z.string().max(200).default(''),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Issue = Readonly<z.infer<typeof issueSchema>>;

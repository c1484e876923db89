import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** The verbs of official reports, in the order of the picker. 鼓励, 勉励 and 希望 do not oblige anybody. */
export const remarkVerbs = ['强调', '指出', '要求', '鼓励', '勉励', '希望'] as const;

/** Those who are addressed without being named, as official reports call them. */
export const genericAddressees = [
  '各有关单位',
  '各级各部门',
  '有关部门',
  '项目单位',
  '施工单位',
  '企业',
  '属地',
] as const;

export const occasions = ['stop', 'group', 'meeting', 'tour'] as const;

/**
 * 讲话要点. `text` is what was heard and is never edited after it was finished; `edited` stands beside it.
 * A statement in numbered segments is several remarks with one `statement`, in their `order`.
 */
export const remarkSchema = z.object({
  id: idSchema,
  tour: idSchema,
  occasion: z.enum(occasions).default('stop'),
  /** False where the source does not say for sure on which occasion it was said. */
  occasionCertain: z.boolean().default(true),
  stop: refSchema.default(''),
  group: refSchema.default(''),
  meeting: refSchema.default(''),
  speaker: refSchema.default(''),
  speakerName: z.string().default(''),
  verb: z.string().default('强调'),
  addressee: z.string().default(''),
  heading: z.string().default(''),
  text: z.string().default(''),
  edited: z.string().default(''),
  verbatim: z.boolean().default(true),
  statement: z.string().default(''),
  number: z.number().int().nullable().default(null),
  order: z.number().default(0),
  author: z.string().default(''),
  at: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Remark = Readonly<z.infer<typeof remarkSchema>>;

import { z } from 'zod';

const textSchema = z.object({ zh: z.string(), en: z.string().default('') });

export const askedTypes = [
  'select_one',
  'select_multiple',
  'text',
  'integer',
  'decimal',
  'date',
  'note',
] as const;

/** An item as checklist files had it before checklists were XLSForms, each with its own choices. */
export const oldItemSchema = z.object({
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]*$/),
  type: z.enum(askedTypes),
  label: textSchema,
  hint: textSchema.optional(),
  required: z.boolean().default(false),
  relevant: z.string().default(''),
  choices: z.array(z.object({ name: z.string(), label: textSchema })).default([]),
});

export type OldItem = Readonly<z.infer<typeof oldItemSchema>>;

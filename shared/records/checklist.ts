import { z } from 'zod';
import { idSchema } from '../ids/id';

const textSchema = z.object({ zh: z.string(), en: z.string().default('') });

export const itemTypes = [
  'select_one',
  'select_multiple',
  'text',
  'integer',
  'decimal',
  'date',
  'note',
] as const;

/** One row of XLSForm's `survey`; `relevant` is an XLSForm expression. */
export const checklistItemSchema = z.object({
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]*$/),
  type: z.enum(itemTypes),
  label: textSchema,
  hint: textSchema.optional(),
  required: z.boolean().default(false),
  relevant: z.string().default(''),
  choices: z.array(z.object({ name: z.string(), label: textSchema })).default([]),
});

/** 检查表: a versioned template in XLSForm's words. */
export const checklistSchema = z.object({
  id: idSchema,
  title: z.string().default(''),
  version: z.string().default('1'),
  items: z.array(checklistItemSchema).default([]),
  deleted: z.boolean().default(false),
});

export type ChecklistItem = Readonly<z.infer<typeof checklistItemSchema>>;
export type Checklist = Readonly<z.infer<typeof checklistSchema>>;

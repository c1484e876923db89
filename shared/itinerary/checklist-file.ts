import { z } from 'zod';
import { oldItemSchema } from '../checklists/old-item';

/** A checklist as a file of its own, in XLSForm's words: docs/formats/itinerary.md. The record keeps its Chinese title. */
export const checklistFileSchema = z
  .object({
    title: z.union([z.string(), z.object({ zh: z.string() }).transform(({ zh }) => zh)]),
    version: z.string().default('1'),
    items: z.array(oldItemSchema).min(1),
  })
  .refine(({ items }) => new Set(items.map(({ name }) => name)).size === items.length, {
    path: ['items'],
    message: '题目的 name 有重复 two items have one name',
  });

export type ChecklistFile = Readonly<z.infer<typeof checklistFileSchema>>;

import { type Checklist, checklistSchema } from '../records/checklist';
import { presetTemplate } from './preset-template';

/**
 * The checklist that comes with the product, for an office that has none of its own yet.
 * Its id is fixed, so that two laptops that add it independently have one and the same.
 */
export const presetChecklist: Checklist = checklistSchema.parse({
  id: 'preset-site-check',
  title: presetTemplate.title.zh,
  version: presetTemplate.version,
  items: presetTemplate.items,
});

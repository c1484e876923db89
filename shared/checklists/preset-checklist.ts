import { type Checklist, checklistSchema } from '../records/checklist';
import { oldItemSchema } from './old-item';
import { presetTemplate } from './preset-template';
import { rowsOfItems } from './rows-of-items';

/**
 * The checklist that comes with the product, for an office that has none of its own yet.
 * Its id is fixed, so that two laptops that add it independently have one and the same.
 */
export const presetChecklist: Checklist = checklistSchema.parse({
  id: 'preset-site-check',
  title: presetTemplate.title.zh,
  version: presetTemplate.version,
  ...rowsOfItems(presetTemplate.items.map((item) => oldItemSchema.parse(item))),
  settings: {
    form_title: presetTemplate.title.zh,
    form_id: 'preset_site_check',
    version: presetTemplate.version,
    default_language: '中文 (zh)',
  },
});

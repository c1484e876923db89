import { type Checklist, type Row, checklistSchema } from '../records/checklist';
import { oldItemSchema } from './old-item';
import { presetTemplate } from './preset-template';
import { rowsOfItems } from './rows-of-items';

const rows = rowsOfItems(presetTemplate.items.map((item) => oldItemSchema.parse(item)));

/** 是/否 is the list of the first question that uses it. Work that there is none of is not asked about, and so needs no 不适用. */
const points: Readonly<Record<string, string>> = {
  'permit.yes': '10',
  'permit.no': '0',
  'progress.ahead': '10',
  'progress.on_plan': '10',
  'progress.behind': '0',
};

/** What endangers people counts double. */
const weights: Readonly<Record<string, string>> = { work_ticket: '2', edge_guard: '2', fire_lane: '2' };

/**
 * The checklist that comes with the product, for an office that has none of its own yet.
 * Its id is fixed, so that two laptops that add it independently have one and the same.
 */
export const presetChecklist: Checklist = checklistSchema.parse({
  id: 'preset-site-check',
  title: presetTemplate.title.zh,
  version: presetTemplate.version,
  survey: rows.survey.map((row) => withCells(row, { xunji_weight: weights[row['name'] ?? ''] })),
  choices: rows.choices.map((row) =>
    withCells(row, { xunji_points: points[`${row['list_name']}.${row['name']}`] }),
  ),
  settings: {
    form_title: presetTemplate.title.zh,
    form_id: 'preset_site_check',
    version: presetTemplate.version,
    default_language: '中文 (zh)',
  },
});

function withCells(row: Row, cells: Readonly<Record<string, string | undefined>>): Row {
  const given = Object.entries(cells).filter((cell): cell is [string, string] => cell[1] !== undefined);
  return { ...row, ...Object.fromEntries(given) };
}

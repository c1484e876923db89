import type { Json } from '../../../shared/json';
import type { Checklist } from '../../../shared/records/checklist';

/** The values of a new draft with the content of another checklist. */
export function copyChecklist(
  { title, survey, choices, settings, lists, otherSheets }: Checklist,
  own: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> {
  const content = { title, survey, choices, settings, lists, otherSheets } as Readonly<Record<string, Json>>;
  return { ...content, draft: true, ...own };
}

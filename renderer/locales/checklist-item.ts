import type { Checklist, ChecklistItem } from '../../shared/records/checklist';

/** The item that a field of an answer sheet ("answers.permits") answers, where the template is on this laptop. */
export function checklistItem(field: string, checklist: Checklist | undefined): ChecklistItem | undefined {
  return checklist?.items.find((item) => field === `answers.${item.name}`);
}

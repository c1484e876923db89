import { type ChecklistItem, checklistItems, itemOfKey } from '../../shared/checklists/checklist-items';
import type { Checklist } from '../../shared/records/checklist';

/** The item that a field of an answer sheet ("answers.permits") answers, where the template is on this laptop. */
export function checklistItem(field: string, checklist: Checklist | undefined): ChecklistItem | undefined {
  if (checklist === undefined || !field.startsWith('answers.')) return undefined;
  return itemOfKey(checklistItems(checklist), field.slice('answers.'.length));
}

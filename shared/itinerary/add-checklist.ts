import { rowsOfItems } from '../checklists/rows-of-items';
import { checklistSchema } from '../records/checklist';
import type { TourFile } from '../tour-file/tour-file';
import type { ChecklistFile } from './checklist-file';

/** The tour with one more checklist; an itinerary brings none of its own. */
export function addChecklist(tour: TourFile, file: ChecklistFile, newId: () => string): TourFile {
  const { items, ...head } = file;
  const checklist = checklistSchema.parse({ ...head, ...rowsOfItems(items), id: newId() });
  return { ...tour, checklists: [...tour.checklists, checklist] };
}

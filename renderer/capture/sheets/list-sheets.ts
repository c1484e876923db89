import { answerSheetId } from '../../../shared/checklists/answer-sheet-id';
import { familyOf, newestChecklists } from '../../../shared/checklists/newest-checklists';
import type { AnswerSheet } from '../../../shared/records/answer-sheet';
import type { Checklist } from '../../../shared/records/checklist';

/** A checklist at a stop; `sheet` is missing while nothing was answered. */
export interface SheetEntry {
  readonly id: string;
  readonly checklist: Checklist;
  readonly sheet: AnswerSheet | undefined;
  /** A newer published version of the same checklist. */
  readonly newer: Checklist | undefined;
}

/** Sheets that were begun first, each with its own version; then the newest versions that nobody began here. */
export function listSheets(
  checklists: readonly Checklist[],
  sheets: readonly AnswerSheet[],
  stop: string,
): readonly SheetEntry[] {
  const newest = newestChecklists(checklists);
  const begun = sheets
    .filter((sheet) => sheet.replacedBy === '')
    .flatMap((sheet): readonly SheetEntry[] => {
      const checklist = checklists.find((one) => one.id === sheet.checklist);
      if (!checklist) return [];
      const latest = newest.find((one) => familyOf(one) === familyOf(checklist));
      return [{ id: sheet.id, checklist, sheet, newer: latest?.id === checklist.id ? undefined : latest }];
    });
  const families = new Set(begun.map(({ checklist }) => familyOf(checklist)));
  const open = newest
    .filter((checklist) => !families.has(familyOf(checklist)))
    .map((checklist) => ({
      id: answerSheetId(stop, checklist.id),
      checklist,
      sheet: undefined,
      newer: undefined,
    }));
  return [...begun, ...open];
}

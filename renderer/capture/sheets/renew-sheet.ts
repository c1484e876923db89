import { answerSheetId } from '../../../shared/checklists/answer-sheet-id';
import { fittingAnswers } from '../../../shared/checklists/fitting-answers';
import type { Stop } from '../../../shared/records/stop';
import type { Store } from '../../data/store';
import type { SheetEntry } from './list-sheets';

/**
 * Fills the newer version of a checklist with what still fits; the older sheet stays as it was and names its successor. The id
 * of the new sheet, null when it could not be saved.
 */
export async function renewSheet(
  store: Store,
  { sheet, checklist, newer }: SheetEntry,
  stop: Stop,
): Promise<string | null> {
  if (!sheet || !newer) return null;
  const id = answerSheetId(stop.id, newer.id);
  const { kept } = fittingAnswers(sheet.answers, checklist, newer);
  const answers = Object.entries(kept).map(([path, answer]) => [`answers.${path}`, answer] as const);
  const base = { tour: stop.tour, stop: stop.id, checklist: newer.id, version: newer.version };
  const edit = { kind: 'answerSheet' as const, tour: stop.tour };
  const saved = await store.save([
    { ...edit, id, values: { ...base, ...Object.fromEntries(answers) } },
    { ...edit, id: sheet.id, values: { replacedBy: id } },
  ]);
  return saved.ok ? id : null;
}

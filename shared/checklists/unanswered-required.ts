import type { AnswerSheet } from '../records/answer-sheet';
import type { Checklist } from '../records/checklist';
import type { Json } from '../json';
import { cellOf } from '../xlsform/cell-of';
import { type ChecklistItem, checklistItems } from './checklist-items';
import { evaluateRelevant } from './evaluate-relevant';

/**
 * Questions of a sheet that must be answered and are not. What a list of questions cannot tell is left out, so that nobody is
 * sent after a question that the form does not ask: those inside of repeats, and those whose condition only the form understands.
 */
export function unansweredRequired(checklist: Checklist, sheet: AnswerSheet): readonly ChecklistItem[] {
  const items = checklistItems(checklist);
  const repeated = namesInRepeats(checklist);
  const byName = Object.fromEntries(
    Object.entries(sheet.answers)
      .filter(([path]) => sheet.hidden[path] !== 'yes')
      .map(([path, value]) => [path.split('/').at(-1) ?? path, value]),
  );
  const { visible, faults } = evaluateRelevant(items, byName);
  const unclear = new Set(faults.map(({ item }) => item));
  return items.filter(
    ({ name, key, required, control }) =>
      required &&
      control !== 'note' &&
      visible.has(name) &&
      !unclear.has(name) &&
      !repeated.has(name) &&
      sheet.hidden[key] !== 'yes' &&
      isEmpty(sheet.answers[key]),
  );
}

function isEmpty(answer: Json | undefined): boolean {
  return (
    answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)
  );
}

function namesInRepeats({ survey }: Checklist): ReadonlySet<string> {
  const names = new Set<string>();
  let depth = 0;
  for (const row of survey) {
    const type = cellOf(row, 'type').replaceAll(/\s+/g, '_');
    if (type === 'begin_repeat') depth += 1;
    else if (type === 'end_repeat') depth -= 1;
    else if (depth > 0) names.add(cellOf(row, 'name'));
  }
  return names;
}

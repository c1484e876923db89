import type { Json } from '../json';
import type { Checklist } from '../records/checklist';
import { answerText } from './answer-text';
import { type ChecklistItem, checklistItems, itemOfKey } from './checklist-items';

export interface FittingAnswers {
  readonly kept: Readonly<Record<string, Json>>;
  /** Paths whose answer the newer version has no place for. They stay in the older sheet. */
  readonly left: readonly string[];
}

/** Which answers a newer version of a checklist can take over: the same question, of the same type, with choices it still has. */
export function fittingAnswers(
  answers: Readonly<Record<string, Json>>,
  from: Checklist,
  to: Checklist,
): FittingAnswers {
  const [before, after] = [checklistItems(from), checklistItems(to)];
  const given = Object.entries(answers).filter(([, answer]) => answerText(answer) !== '');
  const fitting = ([path, answer]: readonly [string, Json]) =>
    fits(answer, itemOfKey(before, path), itemOfKey(after, path));
  return {
    kept: Object.fromEntries(given.filter(fitting)),
    left: given.filter((entry) => !fitting(entry)).map(([path]) => path),
  };
}

function fits(answer: Json, before: ChecklistItem | undefined, after: ChecklistItem | undefined): boolean {
  if (after === undefined || before?.type !== after.type) return false;
  if (after.choices.length === 0) return true;
  const names = new Set(after.choices.map((choice) => choice.name));
  return answerText(answer)
    .split(' ')
    .every((name) => names.has(name));
}

import type { AnswerSheet } from '../records/answer-sheet';
import type { Checklist } from '../records/checklist';
import type { Issue } from '../records/issue';
import { answerText } from './answer-text';
import { checklistItems, itemOfKey } from './checklist-items';
import type { Bilingual } from './checklist-template';

/**
 * The choice that an item has now, where the issue that was made of it still ends with another one; its labels are empty where
 * the answer was taken back. Null where both say the same, where somebody worded the issue anew, and for items without choices.
 */
export function answerSinceChanged(
  { text, item: key }: Pick<Issue, 'text' | 'item'>,
  sheet: Pick<AnswerSheet, 'answers'> | undefined,
  checklist: Checklist | undefined,
): Bilingual | null {
  const item = checklist && itemOfKey(checklistItems(checklist), key);
  if (!item || !sheet) return null;
  const written = text.trim();
  const told = item.choices.find(({ label }) =>
    [label.zh, label.en].some((words) => words !== '' && /[：:]\s*$/.test(before(written, words))),
  );
  const chosen = answerText(sheet.answers[key] ?? null).split(' ');
  if (told === undefined || chosen.includes(told.name)) return null;
  const now = item.choices.filter(({ name }) => chosen.includes(name)).map(({ label }) => label);
  return { zh: now.map(({ zh }) => zh).join('、'), en: now.map(({ zh, en }) => en || zh).join(', ') };
}

/** What stands before these words at the end; empty where the text does not end with them. */
function before(text: string, words: string): string {
  return text.endsWith(words) ? text.slice(0, -words.length) : '';
}

import type { Json } from '../json';

/** An answer as XLSForm keeps it: text, figures, or the names chosen, parted by spaces. Empty for what is no answer. */
export function answerText(answer: Json): string {
  if (Array.isArray(answer)) return answer.map((entry: Json) => answerText(entry)).join(' ');
  return answer === null || typeof answer === 'object' ? '' : String(answer);
}

import type { RecordKind } from './record-schemas';

/**
 * Whether a field is made by the form of an answer sheet from its answers: the result of a calculation, or that a question is not
 * asked. Nobody typed it, so two values of it are no conflict and its history is nobody's.
 */
export function isDerived(kind: RecordKind, field: string): boolean {
  return kind === 'answerSheet' && /^(?:calculated|hidden)\./.test(field);
}

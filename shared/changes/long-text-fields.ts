import type { RecordKind } from '../records/record-schemas';

/**
 * The fields that hold sentences: what two people wrote in one of them is brought together letter by letter. What a signature
 * vouches for is not among them: nobody signed a mixture.
 */
const longTextFields: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  tour: ['purpose'],
  stop: ['reason', 'earlierReason', 'remarks'],
  note: ['text'],
  remark: ['text', 'edited'],
  issue: ['text', 'measure', 'solvedHow', 'recheckWords'],
  meeting: ['outcome'],
  request: ['text', 'answer'],
  handover: ['questions', 'answer'],
  task: ['text', 'progress'],
  score: ['comment'],
  attachment: ['caption'],
  preset: ['text'],
};

/** Whether a field of every record of this kind holds sentences. */
export function isLongText(kind: RecordKind, field: string): boolean {
  return longTextFields[kind]?.includes(field) === true;
}

/** Whether a field may hold sentences: of an answer only its question knows, so the edits of it say so. */
export function mayBeLongText(kind: RecordKind, field: string): boolean {
  return isLongText(kind, field) || (kind === 'answerSheet' && field.startsWith('answers.'));
}

import { composeMinutes } from '../../../shared/documents/compose-minutes';
import type { OfficialDocument } from '../../../shared/documents/document';
import { listSentences } from '../../../shared/documents/list-sentences';
import { anyTourFileSchema } from '../../../shared/tour-file/any-tour-file';
import type { TourFile } from '../../../shared/tour-file/tour-file';

const at = '2026年11月19日9:00';
/** Minutes as they are composed at one fixed time. */
export const compose = (file: TourFile) => composeMinutes(file, { at });
/** Every sentence on a line of its own. */
export const textOf = (document: OfficialDocument) =>
  listSentences(document)
    .map((sentence) => sentence.text)
    .join('\n');

/** A tour file of the parts that a test is about. */
export function small(parts: object): TourFile {
  const { tour, ...lists } = parts as { readonly tour?: object };
  return anyTourFileSchema.parse({
    format: 'xunji-tour',
    version: 1,
    tour: { id: 'tour-1', title: '小活动', ...tour },
    ...lists,
  });
}

export const stop = (id: string, more: object = {}) => ({
  id,
  tour: 'tour-1',
  status: 'visited',
  spot: `点位${id}`,
  ...more,
});
export const remark = (id: string, more: object) => ({
  id,
  tour: 'tour-1',
  speakerName: '何砚秋',
  verbatim: false,
  ...more,
});

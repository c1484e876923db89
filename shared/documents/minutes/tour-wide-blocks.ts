import type { Block } from '../document';
import { label, paragraph, quote, ref, refs } from '../say';
import type { TourIndex } from '../tour-index';
import { answerParagraph } from './answer-paragraph';
import { heading } from './draft-block';
import { livesAt } from './home';
import { indicatorParagraph } from './indicator-paragraph';
import { issueParagraphs } from './issue-paragraphs';
import { photoRows } from './photo-rows';
import { remarkParagraphs } from './remark-paragraphs';
import { handoverParagraph, requestParagraph } from './request-paragraphs';
import { taskParagraphs, tasksAt } from './task-paragraphs';
import { unplacedPhotos } from './unplaced-photos';

/** What was said about the whole tour. */
export function tourRemarkSections(index: TourIndex, introduced: Set<string>): readonly Block[] {
  const remarks = index.remarks.filter(livesAt(index, 'tour'));
  if (remarks.length === 0) return [];
  return [
    heading(1, label('总体要求', ...refs('remark', remarks))),
    ...remarkParagraphs(index, remarks, introduced),
  ];
}

/** Figures of the whole tour, and records that name no stop: printed all the same. */
export function tourWideSections(index: TourIndex): readonly Block[] {
  const isHere = livesAt(index, 'tour');
  const indicators = index.indicators.filter(isHere);
  const unplaced = new Set(unplacedPhotos(index));
  const others: readonly Block[] = [
    ...paragraph(
      ...index.notes
        .filter((note) => isHere(note) && note.text.trim() !== '')
        .map((note) => quote(note.text, ref('note', note))),
    ),
    ...index.answerSheets.filter(isHere).flatMap((sheet) => answerParagraph(index, sheet)),
    ...issueParagraphs(index, index.issues.filter(isHere), 1, ''),
    ...requestParagraph(index.requests.filter(isHere)),
    ...handoverParagraph(index.handovers.filter(isHere)),
    ...taskParagraphs(tasksAt(index, 'tour')),
    ...photoRows(
      index.attachments.filter(
        (attachment) =>
          !unplaced.has(attachment) &&
          !index.by.stops.has(attachment.stop) &&
          !index.by.stops.has(attachment.about) &&
          !index.by.issues.has(attachment.about),
      ),
      '现场照片',
    ),
  ];
  return [
    ...(indicators.length === 0
      ? []
      : [heading(1, label('主要指标', ...refs('indicator', indicators))), ...indicatorParagraph(indicators)]),
    ...(others.length === 0 ? [] : [heading(1, label('其他记录', ref('tour', index.tour))), ...others]),
  ];
}

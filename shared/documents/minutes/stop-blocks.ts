import type { RecordOf } from '../../records/record-schemas';
import type { Block, Sentence } from '../document';
import { paragraph, quote, ref, unended } from '../say';
import type { TourIndex } from '../tour-index';
import { answerParagraph } from './answer-paragraph';
import { livesAt } from './home';
import { indicatorParagraph } from './indicator-paragraph';
import { issueParagraphs, recheckParagraph } from './issue-paragraphs';
import { siteWhere, stopName, unnamedParts } from './names';
import { photoRows } from './photo-rows';
import { remarkParagraphs } from './remark-paragraphs';
import { handoverParagraph, requestParagraph } from './request-paragraphs';
import { arrival } from './stop-in-brief';
import { hasStopTable } from './stop-table-annex';
import { taskParagraphs, tasksAt } from './task-paragraphs';

type Stop = RecordOf<'stop'>;

/** All that is known about one stop, without its heading, which is of `level`; empty when there is nothing but its name. */
export function stopBlocks(
  index: TourIndex,
  stop: Stop,
  level: number,
  introduced: Set<string>,
): readonly Block[] {
  const isHere = livesAt(index, 'stop', stop.id);
  const notes = index.notes.filter(isHere);
  return [
    ...paragraph(visitSentence(index, stop), statusSentence(stop), ...siteSentences(index, stop)),
    ...paragraph(
      ...notes.map((note) => (note.text.trim() === '' ? null : quote(note.text, ref('note', note)))),
    ),
    ...index.answerSheets.filter(isHere).flatMap((sheet) => answerParagraph(index, sheet)),
    ...indicatorParagraph(index.indicators.filter(isHere)),
    ...remarkParagraphs(index, index.remarks.filter(isHere), introduced),
    ...recheckParagraph(index, stop.id),
    ...issueParagraphs(index, index.issues.filter(isHere), level, stopName(index, stop)),
    ...requestParagraph(index.requests.filter(isHere)),
    ...handoverParagraph(index.handovers.filter(isHere)),
    ...taskParagraphs(tasksAt(index, 'stop', stop.id)),
    ...photoRows(ownAttachments(index, stop), `${stopName(index, stop)}现场`),
  ];
}

/** True where somebody recorded something at this stop; its place on the route and what the register knows do not count. */
export function hasFindings(index: TourIndex, stop: Stop): boolean {
  const isHere = livesAt(index, 'stop', stop.id);
  return (
    [
      index.notes,
      index.remarks,
      index.issues,
      index.indicators,
      index.requests,
      index.handovers,
      index.tasks,
    ].some((records) => records.some(isHere)) ||
    index.answerSheets.some((sheet) => isHere(sheet) && answerParagraph(index, sheet).length > 0) ||
    recheckParagraph(index, stop.id).length > 0 ||
    ownAttachments(index, stop).length > 0
  );
}

/** Evidence of an issue is shown with the issue. */
function ownAttachments(index: TourIndex, stop: Stop): readonly RecordOf<'attachment'>[] {
  return index.attachments.filter(
    (attachment) =>
      !index.by.issues.has(attachment.about) && (attachment.stop === stop.id || attachment.about === stop.id),
  );
}

function visitSentence(index: TourIndex, stop: Stop): Sentence | null {
  const site = index.by.sites.get(stop.site);
  const where = siteWhere(site);
  const reported = stop.reporter === '' ? '' : `现场由${stop.reporter}汇报`;
  const clauses = [where === '' ? '' : `位于${where}`, arrival(stop), reported].filter(
    (clause) => clause !== '',
  );
  if (clauses.length === 0) return null;
  return quote(clauses.join('，'), ref('stop', stop), ...(site === undefined ? [] : [ref('site', site)]));
}

const statusWords = { skipped: '未到访', added: '为临时增加', swapped: '为调换' } as const;

function statusSentence(stop: Stop): Sentence | null {
  const reason = stop.reason.trim() === '' ? '' : `原因：${unended(stop.reason)}`;
  if (stop.status === 'planned' || stop.status === 'visited') {
    return reason === '' ? null : quote(`变动${reason}`, ref('stop', stop));
  }
  return quote(`该点位${statusWords[stop.status]}${reason === '' ? '' : `，${reason}`}`, ref('stop', stop));
}

function siteSentences(index: TourIndex, stop: Stop): readonly (Sentence | null)[] {
  const site = index.by.sites.get(stop.site);
  const extra =
    stop.remarks.trim() === '' || hasStopTable(index)
      ? null
      : quote(`备注：${stop.remarks}`, ref('stop', stop));
  if (site === undefined) return [extra];
  const unnamed = unnamedParts(site);
  const ledger = site.ledger
    .filter(({ value }) => value.trim() !== '')
    .map(({ name, value }) => `${name}为${value}`);
  return [
    unnamed.length === 0 ? null : quote(`所涉${unnamed.join('，')}`, ref('site', site)),
    site.facts.length === 0
      ? null
      : quote(`据登记资料：${site.facts.map(unended).join('；')}`, ref('site', site)),
    ledger.length === 0 ? null : quote(`台账载明：${ledger.join('，')}`, ref('site', site)),
    extra,
  ];
}

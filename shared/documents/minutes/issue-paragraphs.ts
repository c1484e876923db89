import type { RecordOf } from '../../records/record-schemas';
import type { Block, Sentence } from '../document';
import { isPersonName } from '../responsible';
import { paragraph, quote, ref, refs, say, unended } from '../say';
import type { TourIndex } from '../tour-index';
import { severityWords } from '../severity-words';
import { itemWords } from './answer-paragraph';
import { itemNumber } from './draft-block';
import { chineseDate } from '../written-date';
import { photoRows } from './photo-rows';

type Issue = RecordOf<'issue'>;

/**
 * The issues of one place as an official list: "（1）…（较大，安全生产）。责任单位：…；整改措施：…。" with its photos below it.
 * `below` is the level of the heading they stand under, `place` what its photos are called after.
 */
export function issueParagraphs(
  index: TourIndex,
  issues: readonly Issue[],
  below: number,
  place: string,
): readonly Block[] {
  const [only] = issues;
  if (only === undefined) return [];
  const count = `现场发现问题${issues.length}个：`;
  if (issues.length === 1) return [...issueBlocks(index, only, count, `${place}问题现场`)];
  return [
    ...paragraph(say(count, ...refs('issue', issues))),
    ...issues.flatMap((issue, position) =>
      issueBlocks(index, issue, itemNumber(below, position + 1), `${place}问题${position + 1}现场`),
    ),
  ];
}

function issueBlocks(index: TourIndex, issue: Issue, lead: string, photoName: string): readonly Block[] {
  const photos = index.attachments.filter((attachment) => attachment.about === issue.id);
  return [
    ...paragraph(
      problemSentence(issue, lead),
      basisSentence(index, issue),
      dutySentence(index, issue),
      solvedSentence(issue),
      recheckSentence(issue),
    ),
    ...photoRows(photos, photoName),
  ];
}

function problemSentence(issue: Issue, lead: string): Sentence {
  const text = issue.text.trim() === '' ? '（未填问题描述）' : unended(issue.text);
  const kind = [severityWords[issue.severity], issue.category.trim()].filter((part) => part !== '');
  return quote(`${lead}${text}（${kind.join('，')}）。`, ref('issue', issue));
}

/** The item of a checklist that it was made of. */
function basisSentence(index: TourIndex, issue: Issue): Sentence | null {
  const sheet = index.by.answerSheets.get(issue.sheet);
  const item = sheet ? itemWords(index, sheet, issue.item) : '';
  return sheet && item !== '' ? quote(`依据：${item}`, ref('issue', issue), ref('answerSheet', sheet)) : null;
}

/** Only what somebody filled in; whether a unit or a person is responsible is told by the roster. */
function dutySentence(index: TourIndex, issue: Issue): Sentence | null {
  const parts = [
    [isPersonName(index, issue.responsible) ? '责任人' : '责任单位', issue.responsible],
    ['整改措施', issue.measure],
    ['整改时限', issue.due],
  ].flatMap(([name, value = '']) => (value.trim() === '' ? [] : [`${name}：${unended(value)}`]));
  return parts.length === 0 ? null : quote(parts.join('；'), ref('issue', issue));
}

function solvedSentence(issue: Issue): Sentence | null {
  if (!issue.solvedOnSite) return null;
  const how = issue.solvedHow.trim() === '' ? '' : `：${unended(issue.solvedHow)}`;
  return quote(`已现场办结${how}`, ref('issue', issue));
}

/** 回头看: what this visit found of issues of earlier ones, each with its words of then. */
export function recheckParagraph(index: TourIndex, stop: string): readonly Block[] {
  const looked = index.rechecks.filter((issue) => issue.recheckedStop === stop && issue.recheck !== 'none');
  return paragraph(
    ...looked.map((issue) => {
      const found = issue.recheck === 'fixed' ? '已整改' : '未整改';
      const words = issue.recheckWords.trim() === '' ? '' : `，${unended(issue.recheckWords)}`;
      return quote(`回头看：此前所提“${unended(issue.text)}”问题${found}${words}`, ref('issue', issue));
    }),
  );
}

/** What a later visit found of it; nothing where nobody looked again. */
function recheckSentence(issue: Issue): Sentence | null {
  const result = { none: '', fixed: '已整改', unfixed: '未整改' }[issue.recheck];
  if (result === '') return null;
  const [day = ''] = issue.recheckedAt.split('T');
  const who = [issue.recheckedBy.trim(), /^\d{4}-\d{2}-\d{2}$/.test(day) ? chineseDate(day) : ''].filter(
    (part) => part !== '',
  );
  const words = issue.recheckWords.trim() === '' ? '' : `，${unended(issue.recheckWords)}`;
  return quote(
    `回头看${result}${words}${who.length === 0 ? '' : `（${who.join('，')}）`}`,
    ref('issue', issue),
  );
}

import type { RecordOf } from '../../records/record-schemas';
import { chineseNumber } from '../chinese-number';
import type { Block } from '../document';
import { paragraph, quote, ref, refs, say, unended } from '../say';
import type { TourIndex } from '../tour-index';
import { severityWords } from '../severity-words';
import { photoRows } from './photo-rows';

/** The issues of one place: how many, then each with what is known about it, and its photos. */
export function issueParagraphs(index: TourIndex, issues: readonly RecordOf<'issue'>[]): readonly Block[] {
  if (issues.length === 0) return [];
  const count = say(`现场发现问题${issues.length}个`, ...refs('issue', issues));
  return [
    ...(issues.length > 1 ? paragraph(count) : []),
    ...issues.flatMap((issue, position) => [
      ...issueParagraph(
        issue,
        issues.length > 1 ? `问题${chineseNumber(position + 1)}：` : '现场发现问题1个：',
      ),
      ...photoRows(index.attachments.filter((attachment) => attachment.about === issue.id)),
    ]),
  ];
}

function issueParagraph(issue: RecordOf<'issue'>, lead: string): readonly Block[] {
  const evidence = ref('issue', issue);
  return paragraph(
    quote(`${lead}${issue.text.trim() === '' ? '（未填问题描述）' : issue.text.trim()}`, evidence),
    quote(
      `严重程度为${severityWords[issue.severity]}${issue.category === '' ? '' : `，类别为${issue.category}`}`,
      evidence,
    ),
    issue.responsible === '' ? null : quote(`责任单位（责任人）为${issue.responsible}`, evidence),
    issue.measure === '' ? null : quote(`整改措施：${issue.measure}`, evidence),
    issue.due === '' ? null : quote(`整改时限为${issue.due}`, evidence),
    issue.solvedOnSite
      ? quote(`该问题已现场办结${issue.solvedHow === '' ? '' : `：${unended(issue.solvedHow)}`}`, evidence)
      : null,
  );
}

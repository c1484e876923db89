import { isOpenIssue } from '../records/is-open-issue';
import type { RecordOf } from '../records/record-schemas';
import type { TourFile } from '../tour-file/tour-file';
import { attachmentLook } from '../photos/attachment-look';
import { stopName } from './minutes/names';
import { isPersonName } from './responsible';
import { severityWords } from './severity-words';
import { stateLabel } from './state-label';
import { indexTour, type TourIndex } from './tour-index';

/** 问题台账: a sheet of text cells. `widths` in characters of the sheet's font. */
export interface IssueLedger {
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
  /** "据…生成": from which state of the data, as in the minutes. */
  readonly madeFrom: string;
}

const columns = [
  { name: '序号', width: 6 },
  { name: '组别', width: 10 },
  { name: '区县', width: 12 },
  { name: '点位', width: 26 },
  { name: '问题描述', width: 40 },
  { name: '类别', width: 10 },
  { name: '严重程度', width: 9 },
  { name: '责任单位', width: 18 },
  { name: '责任人', width: 10 },
  { name: '整改措施', width: 28 },
  { name: '整改时限', width: 14 },
  { name: '整改情况', width: 22 },
  { name: '是否销号', width: 9 },
  { name: '佐证', width: 20 },
] as const;

/**
 * One row an issue, by team and route. 责任人 only where the roster knows the name, 整改时限 where somebody set one:
 * nothing is filled in for the leader.
 */
export function composeIssueLedger(file: TourFile, at: string): IssueLedger {
  const index = indexTour(file);
  const teams = index.teams.map((team) => team.id);
  const routeOf = (issue: RecordOf<'issue'>) => {
    const stop = index.by.stops.get(issue.stop);
    return stop === undefined
      ? [teams.length + 1, 0]
      : [(teams.indexOf(stop.team) + teams.length + 1) % (teams.length + 1), stop.order];
  };
  const issues = index.issues
    .map((issue) => ({ issue, route: routeOf(issue) }))
    .toSorted((left, right) => compare(left.route, right.route));
  return {
    title: `${index.tour.title}问题台账`,
    columns,
    rows: issues.map(({ issue }, position) => row(index, issue, position + 1)),
    madeFrom: `据${at}的活动记录生成，数据标识${stateLabel(file)}`,
  };
}

function row(index: TourIndex, issue: RecordOf<'issue'>, number: number): readonly string[] {
  const stop = index.by.stops.get(issue.stop);
  const isPerson = isPersonName(index, issue.responsible);
  const evidence = index.attachments.filter((attachment) => attachment.about === issue.id);
  return [
    String(number),
    stop === undefined ? '' : (index.by.teams.get(stop.team)?.name ?? ''),
    stop === undefined ? '' : (index.by.sites.get(stop.site)?.district ?? ''),
    stop === undefined ? '' : stopName(index, stop),
    issue.text,
    issue.category,
    severityWords[issue.severity],
    isPerson ? '' : issue.responsible,
    isPerson ? issue.responsible : '',
    issue.measure,
    issue.due,
    outcome(issue),
    isOpenIssue({ ...issue, text: '-' }) ? '否' : '是',
    evidenceCell(evidence),
  ];
}

/** What became of it: on the spot, or as a later visit found it. */
function outcome(issue: RecordOf<'issue'>): string {
  const words = (said: string) => (said === '' ? '' : `：${said}`);
  const solved = issue.solvedOnSite ? `现场办结${words(issue.solvedHow)}` : '';
  const looked = { none: '', fixed: '回头看已整改', unfixed: '回头看未整改' }[issue.recheck];
  return [solved, looked === '' ? '' : `${looked}${words(issue.recheckWords)}`]
    .filter((part) => part !== '')
    .join('；');
}

/** "照片2张：…": the names, so that the files can be found beside the ledger. */
function evidenceCell(attachments: readonly RecordOf<'attachment'>[]): string {
  const named = (some: typeof attachments) =>
    some.map(({ caption, name, sha256 }) => name.trim() || caption.trim() || sha256.slice(0, 12)).join('、');
  const isPicture = (attachment: RecordOf<'attachment'>) => attachmentLook(attachment) === 'picture';
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((attachment) => !isPicture(attachment));
  return [
    pictures.length === 0 ? '' : `照片${pictures.length}张：${named(pictures)}`,
    others.length === 0 ? '' : `文件${others.length}件：${named(others)}`,
  ]
    .filter((part) => part !== '')
    .join('；');
}

function compare(left: readonly number[], right: readonly number[]): number {
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}

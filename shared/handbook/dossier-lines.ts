import type { OpenItem } from '../protocol/open-items';
import { isOpenIssue } from '../records/is-open-issue';
import type { Issue } from '../records/issue';
import type { Request } from '../records/request';
import type { Task } from '../records/task';
import type { Tour } from '../records/tour';
import { writtenDate } from '../documents/written-date';
import type { Dossier } from './dossier';

export interface EarlierVisit {
  readonly tour: Tour | undefined;
  readonly notes: number;
  readonly remarks: number;
  readonly issues: number;
  readonly photos: readonly string[];
}

export interface Earlier {
  readonly visits: readonly EarlierVisit[];
  readonly issues: readonly Issue[];
  readonly tasks: readonly Task[];
  readonly requests: readonly Request[];
  readonly ofOthers: readonly OpenItem[];
}

/** More than a page takes would hide the newest. */
const most = 8;

/** What earlier visits left about a stop's site, in the words of the printed handbook. */
export function dossierLines(stop: string, { visits, issues, tasks, requests, ofOthers }: Earlier): Dossier {
  return {
    stop,
    visits: visits.slice(0, most).map((visit) => {
      const found = [
        visit.notes > 0 ? `记录${visit.notes}条` : '',
        visit.remarks > 0 ? `讲话要点${visit.remarks}条` : '',
        visit.issues > 0 ? `问题${visit.issues}个` : '',
        visit.photos.length > 0 ? `照片${visit.photos.length}张` : '',
      ].filter((part) => part !== '');
      const when = visit.tour ? writtenDate(visit.tour.date) : '';
      return [when, visit.tour?.title ?? '', found.join('、')].filter((part) => part !== '').join('　');
    }),
    issues: [
      ...issues.filter(isOpenIssue).map(({ text, responsible, due }) => joined(text, responsible, due)),
      ...ofOthers.filter(({ kind }) => kind === 'issue').map(ofOther),
    ].slice(0, most),
    matters: [
      ...tasks
        .filter(({ status, text }) => status !== 'closed' && text !== '')
        .map(({ text, lead, due }) => `任务：${joined(text, lead, due)}`),
      ...requests
        .filter(({ settled, text }) => !settled && text !== '')
        .map(({ text, raisedBy, answer }) => `诉求：${joined(text, raisedBy, answer)}`),
      ...ofOthers
        .filter(({ kind }) => kind !== 'issue')
        .map((item) => `${item.kind === 'task' ? '任务' : '诉求'}：${ofOther(item)}`),
    ].slice(0, most),
  };
}

/** Of which tour it is, because nobody finds it on this computer. */
function ofOther({ text, more, date, title }: OpenItem): string {
  return joined(text, ...more, [date, title].filter((part) => part !== '').join(' '));
}

function joined(text: string, ...more: readonly string[]): string {
  const known = more.filter((part) => part !== '');
  return known.length === 0 ? text : `${text}（${known.join('，')}）`;
}

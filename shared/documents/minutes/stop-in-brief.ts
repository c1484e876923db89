import type { RecordOf } from '../../records/record-schemas';
import { unended } from '../say';
import type { TourIndex } from '../tour-index';
import { siteWhere, stopName, unnamedParts } from './names';
import { hasStopTable } from './stop-table-annex';

type Stop = RecordOf<'stop'>;

/** A stop that has no section of its own: its name and in brackets place, stage and what happened to the plan. */
export function stopInBrief(index: TourIndex, stop: Stop, sharedStage = ''): string {
  const site = index.by.sites.get(stop.site);
  const known = [
    ...(site === undefined ? [] : unnamedParts(site)),
    siteWhere(site),
    stop.stage === sharedStage ? '' : stop.stage,
    statusWords[stop.status],
    stop.reason.trim() === '' ? '' : `原因：${unended(stop.reason)}`,
    ...(hasStopTable(index) ? [] : whatTheTableHolds(stop)),
  ].filter((part) => part !== '');
  return `${stopName(index, stop)}${known.length === 0 ? '' : `（${known.join('，')}）`}`;
}

const statusWords = { planned: '', visited: '', skipped: '', added: '临时增加', swapped: '调换' } as const;

function whatTheTableHolds(stop: Stop): readonly string[] {
  return [arrival(stop), stop.remarks.trim() === '' ? '' : `备注：${unended(stop.remarks)}`];
}

/** When somebody came; when somebody meant to come only where nobody wrote that down. */
export function arrival({ plannedAt, visitedAt }: Stop): string {
  if (visitedAt !== '') return `${visitedAt}到达现场`;
  return plannedAt === '' ? '' : `计划${plannedAt}到达`;
}

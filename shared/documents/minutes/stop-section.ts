import type { RecordOf } from '../../records/record-schemas';
import { wasVisited } from '../../records/was-visited';
import type { Block } from '../document';
import { label, paragraph, ref, say } from '../say';
import type { TourIndex } from '../tour-index';
import { heading } from './draft-block';
import { stopName } from './names';
import { hasFindings, stopBlocks } from './stop-blocks';
import { hasStopTable } from './stop-table-annex';

type Stop = RecordOf<'stop'>;

/** A stop with its heading. One that somebody was at without leaving a record says so. */
export function stopSection(
  index: TourIndex,
  stop: Stop,
  level: number,
  introduced: Set<string>,
): readonly Block[] {
  const stage = stop.stage === '' ? '' : `（${stop.stage}）`;
  return [
    heading(level, label(`${stopName(index, stop)}${stage}`, ref('stop', stop))),
    ...stopBlocks(index, stop, level, introduced),
    ...(hasFindings(index, stop) ? [] : paragraph(say('现场记录暂缺', ref('stop', stop)))),
  ];
}

/**
 * Is there more to say of a stop than its name, place, stage and time? Fifty stops of a plan that nobody has been to
 * would bury what was found at the others; what the register knows about them is not a finding.
 */
export function hasOwnSection(index: TourIndex, stop: Stop): boolean {
  if (hasFindings(index, stop)) return true;
  const site = index.by.sites.get(stop.site);
  const isTold = (site?.facts.length ?? 0) > 0 || site?.ledger.some(({ value }) => value.trim() !== '');
  const isNoted = stop.reporter.trim() !== '' || (stop.remarks.trim() !== '' && !hasStopTable(index));
  return wasVisited(stop) && (isTold === true || isNoted);
}

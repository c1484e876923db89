import type { RecordOf } from '../../records/record-schemas';
import { wasVisited } from '../../records/was-visited';
import type { Block, Sentence } from '../document';
import { paragraph, quote, ref, refs, say } from '../say';
import type { TourIndex } from '../tour-index';
import { stopInBrief } from './stop-in-brief';

type Stop = RecordOf<'stop'>;

/**
 * Stops without any record, each by name, place and stage in one paragraph: those that somebody was at, those that were
 * skipped, and those that nobody has been to yet. Every stop is a sentence of its own, so that it keeps its evidence.
 */
export function gatheredStops(index: TourIndex, stops: readonly Stop[]): readonly Block[] {
  const visited = stops.filter(wasVisited);
  const skipped = stops.filter((stop) => stop.status === 'skipped' && !wasVisited(stop));
  const waiting = stops.filter((stop) => stop.status !== 'skipped' && !wasVisited(stop));
  return [
    ...list(index, visited, '已到访而现场记录暂缺的点位'),
    ...list(index, skipped, '未到访的点位'),
    ...list(index, waiting, '尚无到访和现场记录的点位'),
  ];
}

function list(index: TourIndex, stops: readonly Stop[], what: string): readonly Block[] {
  if (stops.length === 0) return [];
  return paragraph(
    say(`${what}有${stops.length}个：`, ...refs('stop', stops)),
    ...stops.map((stop, position) => stopSentence(index, stop, position === stops.length - 1)),
  );
}

function stopSentence(index: TourIndex, stop: Stop, isLast: boolean): Sentence {
  const site = index.by.sites.get(stop.site);
  return quote(
    `${stopInBrief(index, stop)}${isLast ? '。' : '；'}`,
    ref('stop', stop),
    ...(site === undefined ? [] : [ref('site', site)]),
  );
}

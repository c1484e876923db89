import { dateWords } from '../../records/date-words';
import type { RecordOf } from '../../records/record-schemas';
import type { Annex, Sentence } from '../document';
import { paragraph, quote, ref, refs, say } from '../say';
import type { TourIndex } from '../tour-index';
import { stopName } from './names';
import { unplacedPhotos } from './unplaced-photos';

/** 待核实事项: what the secretary noted, then what the records themselves leave open. */
export function verifyAnnexes(index: TourIndex): readonly Annex[] {
  const items = [
    ...index.tour.toVerify.map((text) => quote(text, ref('tour', index.tour))),
    ...openPoints(index),
  ];
  if (items.length === 0) return [];
  const numbered = items.map((item, position) => ({ ...item, text: `${position + 1}.${item.text}` }));
  return [{ title: '待核实事项', blocks: numbered.flatMap((item) => paragraph(item)) }];
}

function openPoints(index: TourIndex): readonly Sentence[] {
  const { tour, teams, groups, indicators, remarks, stops } = index;
  const year =
    tour.date.from === null && tour.date.asWritten !== ''
      ? [say(yearPoint(tour.date), ref('tour', tour))]
      : tour.date.basis !== ''
        ? [say(`活动日期“${dateWords(tour.date)}”的年份依据为：${tour.date.basis}`, ref('tour', tour))]
        : [];
  const undated = indicators.filter((indicator) => indicator.period === '');
  const unplaced = unplacedPhotos(index);
  const uncertain = remarks.filter((remark) => !remark.occasionCertain);
  return [
    ...year,
    ...teams
      .filter((team) => !team.certain)
      .map((team) => say(`“${team.name}”的分组在来源中不确定`, ref('team', team))),
    ...stops.flatMap((stop) => uncertainStop(index, stop)),
    ...groups
      .filter((group) => !group.complete)
      .map((group) => {
        const names = stops.filter((stop) => stop.group === group.id);
        const known =
          names.length === 0 ? '' : `，已列${names.map((stop) => stopName(index, stop)).join('、')}`;
        return say(
          `点位名单以“${group.tail || '等'}”收尾，未列全${known}`,
          ref('group', group),
          ...refs('stop', names),
        );
      }),
    ...(uncertain.length === 0
      ? []
      : [
          say(
            `有${uncertain.length}条讲话要点的场合在来源中不确定，正文已标明`,
            ...refs('remark', uncertain),
          ),
        ]),
    ...(undated.length === 0
      ? []
      : [
          say(
            `有${undated.length}项指标没有写明期间：${undated.map(({ subject, name }) => `${subject}${name}`).join('、')}`,
            ...refs('indicator', undated),
          ),
        ]),
    ...(unplaced.length === 0
      ? []
      : [
          say(
            `有${unplaced.length}张照片没有归到点位，也没有说明，未列入正文`,
            ...refs('attachment', unplaced),
          ),
        ]),
    ...(tour.statedTotal === null || tour.statedTotal === stops.length
      ? []
      : [say(`活动通报的点位总数${tour.statedTotal}个与所列${stops.length}个不一致`, ref('tour', tour))]),
  ];
}

function uncertainStop(index: TourIndex, stop: RecordOf<'stop'>): readonly Sentence[] {
  const site = index.by.sites.get(stop.site);
  const [team, district] = [index.by.teams.get(stop.team)?.name ?? '', site?.district ?? ''];
  const open = [
    stop.teamCertain ? '' : `组别${listedAs(team)}`,
    stop.districtCertain ? '' : `所在地${listedAs(district)}`,
  ].filter((part) => part !== '');
  if (open.length === 0) return [];
  const evidence = [ref('stop', stop), ...(site === undefined ? [] : [ref('site', site)])];
  return [say(`点位“${stopName(index, stop)}”的${open.join('、')}在来源中不确定`, ...evidence)];
}

function listedAs(value: string): string {
  return value.trim() === '' ? '' : `（现列${value.trim()}）`;
}

function yearPoint({ asWritten, basis }: RecordOf<'tour'>['date']): string {
  const known = basis === '' ? '，也没有可以推断的依据' : `，可供核实的依据：${basis}`;
  return `活动日期“${asWritten}”没有写明年份${known}`;
}

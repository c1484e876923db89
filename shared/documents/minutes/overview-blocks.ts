import { wasVisited } from '../../records/was-visited';
import type { Block, Sentence } from '../document';
import { label, listed, paragraph, quote, ref, refs, say } from '../say';
import { severityWords } from '../severity-words';
import type { TourIndex } from '../tour-index';
import { writtenDate } from '../written-date';
import { heading } from './draft-block';
import { visitWords } from './names';
import { isLeader, openingPeople, type Participant, participantsOf, spokenList } from './participants';

/** 总体情况: who went when, where and why; with whom; how many stops, records and issues. */
export function overviewBlocks(index: TourIndex, introduced: Set<string>): readonly Block[] {
  const { tour } = index;
  for (const { name } of openingPeople(index)) introduced.add(name);
  return [
    heading(1, label('总体情况', ref('tour', tour))),
    ...paragraph(openingSentence(index), purposeSentence(index), topicsSentence(index)),
    ...paragraph(...companySentences(index)),
    ...paragraph(stopsSentence(index), totalSentence(index), recordsSentence(index)),
  ];
}

function openingSentence(index: TourIndex): Sentence {
  const { tour } = index;
  const activities = tour.forms.filter((form) => !form.endsWith('会'));
  const meetings = tour.forms.filter((form) => form.endsWith('会'));
  const what = activities.length > 0 ? activities.join('、') : meetings.length > 0 ? '' : '现场活动';
  const held = [
    what === '' ? '' : `开展${tour.series}${what}`,
    meetings.length === 0
      ? ''
      : `${what === '' ? '' : '并'}召开${what === '' ? tour.series : ''}${meetings.join('、')}`,
  ].filter((part) => part !== '');
  const leaders = participantsOf(index).filter(isLeader);
  const organiser = tour.organiser === '' ? '' : `${tour.organiser}组织`;
  const who = leaders.length > 0 ? `${spokenList(leaders).join('，')}${leadingWord(leaders)}` : organiser;
  const where = tour.place === '' ? '' : `${leaders.length > 0 ? '到' : '在'}${tour.place}`;
  const opening = [writtenDate(tour.date), `${who}${where}${held.join('，')}`]
    .filter((part) => part !== '')
    .join('，');
  const by = leaders.length > 0 && tour.organiser !== '' ? `，活动由${tour.organiser}组织` : '';
  return quote(`${opening}${by}`, ref('tour', tour));
}

/** 带队 of a 带队领导. */
function leadingWord(leaders: readonly Participant[]): string {
  return /带队|率队|领队|牵头/.exec(leaders[0]?.role ?? '')?.[0] ?? '带队';
}

function purposeSentence({ tour }: TourIndex): Sentence | null {
  return tour.purpose.trim() === ''
    ? null
    : quote(`此次活动的目的是${tour.purpose.trim()}`, ref('tour', tour));
}

function topicsSentence({ tour }: TourIndex): Sentence | null {
  return tour.topics.length === 0 ? null : quote(`活动围绕${listed(tour.topics)}进行`, ref('tour', tour));
}

/** One sentence for each role, in order of precedence: "某某一同前往。" of a verb, "联络员有某某。" of a noun. */
function companySentences(index: TourIndex): readonly Sentence[] {
  const tour = ref('tour', index.tour);
  const others = participantsOf(index).filter((participant) => !isLeader(participant));
  const named = openingPeople(index).filter((participant) => !isLeader(participant));
  if (named.length < others.length) return [say('参加人员名单附后', tour)];
  return [...new Set(named.map(({ role }) => role))].map((role) => {
    const people = spokenList(named.filter((other) => other.role === role)).join('，');
    if (role === '') return quote(`${people}参加`, tour);
    return quote(
      /[加往同陪席与行研导察访]$/.test(role) || /^(参加|一同|陪同)/.test(role)
        ? `${people}${role}`
        : `${role}有${people}`,
      tour,
    );
  });
}

function stopsSentence(index: TourIndex): Sentence | null {
  const { stops, teams } = index;
  if (stops.length === 0) return null;
  const districts = new Set([
    ...teams.flatMap((team) => team.districts),
    ...stops.map((stop) => index.by.sites.get(stop.site)?.district ?? ''),
  ]);
  districts.delete('');
  const skipped = stops.filter((stop) => stop.status === 'skipped').length;
  const added = stops.filter((stop) => stop.status === 'added').length;
  const visited = stops.filter(wasVisited).length;
  const open = index.groups.filter((group) => !group.complete).length;
  const parts = [
    `${teams.length > 1 ? `此次活动分${teams.length}个组，` : '此次活动'}共列点位${stops.length}个`,
    districts.size > 1 ? `涉及${districts.size}个区（县、市）` : '',
    visitWords(visited, stops.length),
    skipped === 0 ? '' : `取消${skipped}个`,
    added === 0 ? '' : `临时增加${added}个`,
    open === 0 ? '' : `另有${open}处名单未列全〔见附件〕`,
  ].filter((part) => part !== '');
  return say(parts.join('，'), ...refs('stop', stops), ...refs('team', teams));
}

/** The total that people said where it is not the number listed; the difference is shown, not settled. */
function totalSentence({ tour, stops }: TourIndex): Sentence | null {
  if (tour.statedTotal === null || tour.statedTotal === stops.length) return null;
  return say(
    `活动通报的点位总数为${tour.statedTotal}个，与所列点位数${stops.length}个不一致〔待核实〕`,
    ref('tour', tour),
    ...refs('stop', stops),
  );
}

function recordsSentence(index: TourIndex): Sentence | null {
  const { issues, remarks } = index;
  if (issues.length === 0) return null;
  const bySeverity = (['critical', 'major', 'minor'] as const)
    .map((severity) => ({ severity, count: issues.filter((issue) => issue.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${severityWords[severity]}${count}个`);
  const solved = issues.filter((issue) => issue.solvedOnSite).length;
  return say(
    `${remarks.length === 0 ? '' : `记录讲话要点${remarks.length}条，`}发现问题${issues.length}个（${bySeverity.join('、')}）${solved === 0 ? '' : `，其中现场办结${solved}个`}`,
    ...refs('issue', issues),
    ...refs('remark', remarks),
  );
}

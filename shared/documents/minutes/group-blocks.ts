import type { RecordOf } from '../../records/record-schemas';
import { wasVisited } from '../../records/was-visited';
import type { Block, Sentence } from '../document';
import { label, paragraph, quote, ref, refs, say } from '../say';
import type { TourIndex } from '../tour-index';
import { heading } from './draft-block';
import { livesAt } from './home';
import { indicatorParagraph } from './indicator-paragraph';
import { stopName } from './names';
import { remarkParagraphs } from './remark-paragraphs';
import { stopBlocks } from './stop-blocks';
import { stopInBrief } from './stop-in-brief';
import { hasOwnSection } from './stop-section';

type Stop = RecordOf<'stop'>;
type Group = RecordOf<'group'>;

/** A group of stops: what they share, which they are, what was seen and said there, then the stops that have more. What is known of a lone stop comes before what was said. */
export function groupBlocks(
  index: TourIndex,
  group: Group,
  stops: readonly Stop[],
  level: number,
  introduced: Set<string>,
): readonly Block[] {
  const isHere = livesAt(index, 'group', group.id);
  const name = groupName(index, group, stops);
  const observed = group.observed.trim() === '' ? null : quote(group.observed, ref('group', group));
  const notes = index.notes.filter((note) => isHere(note) && note.text.trim() !== '');
  const [only] = stops;
  return [
    heading(level, label(name, ref('group', group))),
    ...paragraph(...listSentences(index, group, stops), sharedSentence(group, name), observed),
    ...paragraph(...notes.map((note) => quote(note.text, ref('note', note)))),
    ...indicatorParagraph(index.indicators.filter(isHere)),
    ...(stops.length === 1 && only !== undefined ? stopBlocks(index, only, level, introduced) : []),
    ...remarkParagraphs(index, index.remarks.filter(isHere), introduced),
    ...(stops.length === 1 ? [] : stops.flatMap((stop) => memberSection(index, stop, level + 1, introduced))),
  ];
}

/** A member that has nothing of its own was told in the list already. */
function memberSection(
  index: TourIndex,
  stop: Stop,
  level: number,
  introduced: Set<string>,
): readonly Block[] {
  if (!hasOwnSection(index, stop)) return [];
  return [
    heading(level, label(stopName(index, stop), ref('stop', stop))),
    ...stopBlocks(index, stop, level, introduced),
  ];
}

function groupName(index: TourIndex, group: Group, stops: readonly Stop[]): string {
  const [first] = stops;
  const some = group.complete ? `等${stops.length}个点位` : '等点位';
  const named =
    first === undefined
      ? '点位组'
      : `${stopName(index, first)}${stops.length === 1 && group.complete ? '' : some}`;
  return group.label.trim() || group.topic.trim() || group.stage.trim() || named;
}

/** Every stop by name. A tail (等, 等企业) stays, with a mark that the source did not list all. */
function listSentences(index: TourIndex, group: Group, stops: readonly Stop[]): readonly (Sentence | null)[] {
  const visited = stops.filter(wasVisited);
  const others = stops.filter((stop) => !wasVisited(stop));
  const tail = group.complete ? group.tail : `${group.tail || '等'}〔点位未列全〕`;
  const list = (some: readonly Stop[], end: string) =>
    quote(`${namesOf(index, group, some)}${end}`, ref('group', group), ...refs('stop', some));
  if (stops.length === 0) {
    return [group.complete ? null : say('该组点位名单未列出〔待核实〕', ref('group', group))];
  }
  if (visited.length === 0) return [prefixed('列入行程的点位：', list(others, tail))];
  return [
    prefixed('现场到访', list(visited, others.length === 0 ? tail : '')),
    others.length === 0 ? null : prefixed('列入行程而尚无到访记录的点位：', list(others, tail)),
  ];
}

function prefixed(lead: string, sentence: Sentence): Sentence {
  return { ...sentence, text: `${lead}${sentence.text}` };
}

/** Names in the order of the route, with the stage where the group does not share it, and all else where no section follows. */
function namesOf(index: TourIndex, group: Group, stops: readonly Stop[]): string {
  return stops
    .map((stop) => {
      if (!hasOwnSection(index, stop)) return stopInBrief(index, stop, group.stage);
      const stage = stop.stage === '' || stop.stage === group.stage ? '' : `（${stop.stage}）`;
      return `${stopName(index, stop)}${stage}`;
    })
    .join('、');
}

function sharedSentence(group: Group, name: string): Sentence | null {
  const shared = [
    group.stage === '' || name.includes(group.stage) ? '' : `所处阶段为${group.stage}`,
    group.topic === '' || name.includes(group.topic) ? '' : `主题为${group.topic}`,
  ].filter((part) => part !== '');
  return shared.length === 0 ? null : quote(`该组点位${shared.join('，')}`, ref('group', group));
}

import type { RecordOf } from '../../records/record-schemas';
import { wasVisited } from '../../records/was-visited';
import type { Block, Sentence } from '../document';
import { label, paragraph, quote, ref, refs, say } from '../say';
import type { TourIndex } from '../tour-index';
import { heading } from './draft-block';
import { personOf, postsAndName, visitWords } from './names';
import { rankOrder } from './rank-order';
import { routeBlocks } from './route-blocks';

type Team = RecordOf<'team'>;

/** The sites part: by team where there are teams, else by route alone. Stops and groups of no known team come last. */
export function siteSections(index: TourIndex, introduced: Set<string>): readonly Block[] {
  const { teams, stops, groups } = index;
  if (stops.length === 0 && groups.length === 0 && teams.length === 0) return [];
  const top = heading(1, label('现场情况', ...refs('stop', stops)));
  if (teams.length === 0) return [top, ...routeBlocks(index, stops, groups, 2, introduced)];
  const looseStops = stops.filter((stop) => !index.by.teams.has(stop.team));
  const looseGroups = groups.filter((group) => teamOf(index, group) === '');
  return [
    top,
    ...teams.flatMap((team) => teamBlocks(index, team)),
    ...(looseStops.length + looseGroups.length === 0
      ? []
      : [
          heading(2, say('未分组点位〔分组待核实〕', ...refs('stop', looseStops))),
          ...routeBlocks(index, looseStops, looseGroups, 3, new Set()),
        ]),
  ];
}

/** People are introduced with their posts anew in every team's part: it is read on its own. */
function teamBlocks(index: TourIndex, team: Team): readonly Block[] {
  const stops = index.stops.filter((stop) => stop.team === team.id);
  const groups = index.groups.filter((group) => teamOf(index, group) === team.id);
  const name = team.name.trim() === '' ? '未命名的组' : team.name.trim();
  return [
    heading(2, label(`${name}${team.certain ? '' : '〔分组待核实〕'}`, ref('team', team))),
    ...paragraph(peopleSentence(index, team), countSentence(team, stops)),
    ...routeBlocks(index, stops, groups, 3, namesOf(index, team)),
  ];
}

function peopleSentence(index: TourIndex, team: Team): Sentence | null {
  const spoken = (id: string) => {
    const { name, posts } = personOf(index, id);
    return postsAndName(posts, name);
  };
  const members = rankOrder(
    team.members.filter((id) => id !== team.leader && index.by.people.has(id)),
    (id) => index.by.people.get(id)?.rank ?? 0,
  );
  const parts = [
    index.by.people.has(team.leader) ? `组长为${spoken(team.leader)}` : '',
    members.length === 0 ? '' : `成员为${members.map(spoken).join('，')}`,
    team.districts.length === 0 ? '' : `负责${team.districts.join('、')}`,
  ].filter((part) => part !== '');
  const people = [team.leader, ...members].flatMap((id) => index.by.people.get(id) ?? []);
  return parts.length === 0 ? null : quote(parts.join('；'), ref('team', team), ...refs('person', people));
}

/** Whom the sentence about the team has given with posts already. */
function namesOf(index: TourIndex, team: Team): Set<string> {
  return new Set([team.leader, ...team.members].flatMap((id) => index.by.people.get(id)?.name ?? []));
}

function countSentence(team: Team, stops: readonly RecordOf<'stop'>[]): Sentence {
  const evidence = [ref('team', team), ...refs('stop', stops)];
  if (stops.length === 0) return say('该组没有列出点位', ...evidence);
  const met = visitWords(stops.filter(wasVisited).length, stops.length);
  return say(`该组共列点位${stops.length}个，${met}`, ...evidence);
}

/** A group's own team, else the team of its first stop; empty where neither is known. */
function teamOf(index: TourIndex, group: RecordOf<'group'>): string {
  const team = group.team || (index.stops.find((stop) => stop.group === group.id)?.team ?? '');
  return index.by.teams.has(team) ? team : '';
}

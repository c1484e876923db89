import type { RecordOf } from '../../records/record-schemas';
import type { TourIndex } from '../tour-index';
import { personOf, postsAndName } from './names';
import { rankOrder } from './rank-order';

type Listed = RecordOf<'tour'>['participants'];

export interface Participant {
  readonly name: string;
  readonly posts: readonly string[];
  readonly role: string;
}

/**
 * Who came, in the order of precedence, with posts from the roster where the source gives none: the participants of the tour,
 * and whoever was put into a team and is not among them.
 */
export function participantsOf(index: TourIndex): readonly Participant[] {
  const rankOf = ({ person }: { readonly person: string }) => index.by.people.get(person)?.rank ?? 0;
  const listed = index.tour.participants;
  return rankOrder([...listed, ...othersOfTeams(index, listed)], rankOf).map(
    ({ person, name, posts, role }) => ({
      name: name.trim() || (index.by.people.get(person)?.name ?? ''),
      posts: index.by.people.has(person) || posts.length === 0 ? personOf(index, person, name).posts : posts,
      role: role.trim(),
    }),
  );
}

function othersOfTeams(index: TourIndex, listed: Listed): Listed {
  const known = new Set(listed.map(({ person, name }) => person || name.trim()));
  const ids = new Set(index.teams.flatMap(({ leader, members }) => [leader, ...members]));
  return [...ids]
    .flatMap((id) => index.by.people.get(id) ?? [])
    .filter(({ id, name }) => !known.has(id) && !known.has(name.trim()))
    .map(({ id, name, posts }) => ({ person: id, name, posts, role: '' }));
}

/** With more companions than this their names would bury the opening: it points to the list at the end. */
const namedInOpening = 10;

export function isLeader({ role }: Participant): boolean {
  return /带队|率队|领队|牵头/.test(role);
}

/** Who is named in the opening: the leaders, and the others where they are not too many. */
export function openingPeople(index: TourIndex): readonly Participant[] {
  const people = participantsOf(index);
  const others = people.filter((person) => !isLeader(person));
  return others.length <= namedInOpening ? people : people.filter(isLeader);
}

/** Posts and names as they are spoken; neighbours with the same posts share them: "市领导甲、乙、丙". */
export function spokenList(people: readonly Participant[]): readonly string[] {
  const parts: { readonly posts: readonly string[]; readonly names: string[] }[] = [];
  for (const { name, posts } of people) {
    const last = parts.at(-1);
    if (last && posts.length > 0 && last.posts.join('、') === posts.join('、')) last.names.push(name);
    else parts.push({ posts, names: [name] });
  }
  return parts.map(({ posts, names }) => postsAndName(posts, names.join('、')));
}

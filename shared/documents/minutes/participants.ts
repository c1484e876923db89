import type { TourIndex } from '../tour-index';
import { personOf } from './names';
import { rankOrder } from './rank-order';

export interface Participant {
  readonly name: string;
  readonly posts: readonly string[];
  readonly role: string;
}

/** Who came, in the order of precedence, with posts from the roster where the source gives none. */
export function participantsOf(index: TourIndex): readonly Participant[] {
  const rankOf = ({ person }: { readonly person: string }) => index.by.people.get(person)?.rank ?? 0;
  return rankOrder(index.tour.participants, rankOf).map(({ person, name, posts, role }) => ({
    name: name.trim() || (index.by.people.get(person)?.name ?? ''),
    posts: posts.length > 0 ? posts : personOf(index, person, name).posts,
    role: role.trim(),
  }));
}

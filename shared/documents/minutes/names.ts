import type { RecordOf } from '../../records/record-schemas';
import type { TourIndex } from '../tour-index';

/** The name of a stop as it is spoken: the site's, else its enterprise and project, else the spot. */
export function stopName(index: TourIndex, stop: RecordOf<'stop'>): string {
  const site = index.by.sites.get(stop.site);
  const name = site === undefined ? '' : siteName(site);
  if (name === '') return stop.spot.trim() === '' ? '（未填名称的点位）' : stop.spot.trim();
  return stop.spot.trim() === '' || name.includes(stop.spot.trim()) ? name : `${name}${stop.spot.trim()}`;
}

export function siteName(site: RecordOf<'site'>): string {
  return site.name.trim() || [site.enterprise, site.project].map((part) => part.trim()).join('');
}

/** 职务 + 姓名, several posts joined: "区委常委、常务副区长某某". */
export function postsAndName(posts: readonly string[], name: string): string {
  return `${posts.join('、')}${name}`;
}

/** Whoever is meant, with posts from the list of participants first and the roster second. */
export function personOf(
  index: TourIndex,
  person: string,
  writtenName = '',
): { readonly name: string; readonly posts: readonly string[] } {
  const roster = index.by.people.get(person);
  const name = writtenName.trim() || roster?.name || '';
  const participant = index.tour.participants.find(
    (candidate) => (person !== '' && candidate.person === person) || (name !== '' && candidate.name === name),
  );
  const posts = participant?.posts.length ? participant.posts : (roster?.posts ?? []);
  return { name, posts };
}

/** Was somebody there? Only what a record says counts. */
export function isVisited(stop: RecordOf<'stop'>): boolean {
  return (
    stop.visitedAt !== '' || stop.status === 'visited' || stop.status === 'added' || stop.status === 'swapped'
  );
}

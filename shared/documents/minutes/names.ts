import type { RecordOf } from '../../records/record-schemas';
import type { TourIndex } from '../tour-index';

/** The name of a stop as it is spoken: the site's, else its enterprise and project, else the spot. */
export function stopName(index: TourIndex, stop: RecordOf<'stop'>): string {
  const site = index.by.sites.get(stop.site);
  const name = site === undefined ? '' : siteName(site);
  if (name === '') return stop.spot.trim() === '' ? '（未填名称的点位）' : stop.spot.trim();
  return stop.spot.trim() === '' || name.includes(stop.spot.trim()) ? name : `${name}${stop.spot.trim()}`;
}

function siteName(site: RecordOf<'site'>): string {
  return site.name.trim() || [site.enterprise, site.project].map((part) => part.trim()).join('');
}

/** Enterprise and project of a site as far as its name does not hold them. */
export function unnamedParts(site: RecordOf<'site'>): readonly string[] {
  const name = siteName(site);
  return [
    site.enterprise === '' || name.includes(site.enterprise) ? '' : `企业为${site.enterprise}`,
    site.project === '' || name.includes(site.project) ? '' : `项目为${site.project}`,
  ].filter((part) => part !== '');
}

/** District and address, the district once. */
export function siteWhere(site: RecordOf<'site'> | undefined): string {
  const address = site?.address.trim() ?? '';
  const district = site?.district.trim() ?? '';
  return address.startsWith(district) ? address : `${district}${address}`;
}

/** 职务 + 姓名, several posts joined: "区委常委、常务副区长某某". */
export function postsAndName(posts: readonly string[], name: string): string {
  return `${posts.join('、')}${name}`;
}

/** Whoever is meant, with posts from the list of participants first and the roster second; a bare 局长 with its unit. */
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
  return { name, posts: postsWithUnit(index, posts, roster?.unit ?? '') };
}

/** Posts of a city's or county's own offices (市委副书记, 副市长) and those that name a unit already need none. */
const placed = /^(?:中共)?[一-鿿]{0,6}[省市区县州](?:委|政府|人大|政协|纪委|直|长|领导)/;

function postsWithUnit(index: TourIndex, posts: readonly string[], unitId: string): readonly string[] {
  const unit = index.by.units.get(unitId);
  const [first, ...rest] = posts;
  if (unit === undefined || first === undefined || placed.test(first)) return posts;
  const name = unit.name || unit.short;
  const isNamed = posts.some((post) =>
    [unit.name, unit.short].some((known) => known !== '' && post.includes(known)),
  );
  return isNamed ? posts : [`${name}${first}`, ...rest];
}

/** "均有到访记录", "尚无到访记录" or "其中有到访记录的6个，尚无到访记录的52个". */
export function visitWords(visited: number, all: number): string {
  if (visited === all) return '均有到访记录';
  return visited === 0 ? '尚无到访记录' : `其中有到访记录的${visited}个，尚无到访记录的${all - visited}个`;
}

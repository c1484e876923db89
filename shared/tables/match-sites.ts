import type { CellFault } from '../itinerary/cell-fault';
import { cellKey } from '../itinerary/cell-text';
import { faultAt, quoted } from '../itinerary/fault-at';
import type { Site } from '../records/site';

type SiteNames = Pick<Site, 'id' | 'name' | 'enterprise' | 'project' | 'district'>;

/** A row that speaks of a site; `id` is the 编号 of an exported row. */
export interface SiteMention extends SiteNames {
  readonly row: number;
  readonly place: { readonly sheet: string; readonly row: number; readonly column: string };
}

/**
 * Which site each row means: by its 编号, by enterprise and project, or by name where these do not contradict it. Rows that
 * mean no site are new and missing in the result; a second row of one site, and a row that fits several, are faults.
 */
export function matchSites<M extends SiteMention>(
  mentions: readonly M[],
  existing: readonly SiteNames[],
  faults: CellFault[],
): ReadonlyMap<M, string> {
  const known = new Set(existing.map(({ id }) => id));
  const byPair = groups(existing, pairKey);
  const byName = groups(existing, ({ name }) => cellKey(name));
  const matched = new Map<M, string>();
  const claimed = new Map<string, number>();
  for (const mention of mentions) {
    const found = known.has(mention.id) ? [mention.id] : candidates(mention, byPair, byName);
    const [id, ...others] = found;
    const name = quoted(mention.name);
    const self = id ?? `new ${cellKey(mention.name)}\n${pairKey(mention)}\n${cellKey(mention.district)}`;
    const earlier = claimed.get(self);
    if (others.length > 0)
      faults.push(
        faultAt(mention.place, {
          zh: `登记册中有 ${found.length} 个“${name}”，请写明企业名称、项目名称和区县，或先导出，用导出表中的编号。`,
          en: `The register has ${found.length} entries “${name}”; give enterprise, project and district, or export first and use the ID of the exported table.`,
        }),
      );
    else if (earlier !== undefined)
      faults.push(
        faultAt(mention.place, {
          zh: `“${name}”与第 ${earlier} 行是同一个对象，只能写一次。`,
          en: `“${name}” is already listed in row ${earlier}; list it once.`,
        }),
      );
    else if (id !== undefined) matched.set(mention, id);
    claimed.set(self, earlier ?? mention.row);
  }
  return matched;
}

function candidates(
  mention: SiteNames,
  byPair: ReadonlyMap<string, readonly SiteNames[]>,
  byName: ReadonlyMap<string, readonly SiteNames[]>,
): readonly string[] {
  const pair = pairKey(mention) === '\n' ? [] : (byPair.get(pairKey(mention)) ?? []);
  const named = (byName.get(cellKey(mention.name)) ?? []).filter(
    (site) => agrees(site.enterprise, mention.enterprise) && agrees(site.project, mention.project),
  );
  const first = pair.length > 0 ? pair : named;
  const sameName = first.filter((site) => cellKey(site.name) === cellKey(mention.name));
  const narrow = first.length > 1 && sameName.length > 0 ? sameName : first;
  const near = narrow.filter((site) => cellKey(site.district) === cellKey(mention.district));
  return (narrow.length > 1 && near.length > 0 ? near : narrow).map(({ id }) => id);
}

function agrees(one: string, other: string): boolean {
  return one === '' || other === '' || cellKey(one) === cellKey(other);
}

function pairKey({ enterprise, project }: Pick<Site, 'enterprise' | 'project'>): string {
  return `${cellKey(enterprise)}\n${cellKey(project)}`;
}

function groups(
  sites: readonly SiteNames[],
  keyOf: (site: SiteNames) => string,
): ReadonlyMap<string, readonly SiteNames[]> {
  const index = new Map<string, SiteNames[]>();
  for (const site of sites) {
    const group = index.get(keyOf(site));
    if (group === undefined) index.set(keyOf(site), [site]);
    else group.push(site);
  }
  return index;
}

import type { Person } from '../records/person';
import { personSchema } from '../records/person';
import { type Site, siteSchema } from '../records/site';
import { type Unit, unitSchema } from '../records/unit';
import { cellKey } from './cell-text';
import type { PersonRow } from './read-people';
import type { StopRow } from './read-stops';
import { siteName } from './site-name';

/** The people in order of rank, each with the row it came from, and the units they belong to. */
export interface PeopleRegister {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly personOf: ReadonlyMap<PersonRow, Person>;
}

export function buildPeople(rows: readonly PersonRow[], newId: () => string): PeopleRegister {
  const units = new Map<string, Unit>();
  const personOf = new Map<PersonRow, Person>();
  for (const row of [...rows].sort((one, other) => one.rank - other.rank)) {
    if (!row.listed) continue;
    const key = cellKey(row.unit);
    if (key !== '' && !units.has(key)) units.set(key, unitSchema.parse({ id: newId(), name: row.unit }));
    const { name, posts, rank, phone } = row;
    const unit = units.get(key)?.id ?? '';
    personOf.set(row, personSchema.parse({ id: row.id || newId(), name, posts, unit, rank, phone }));
  }
  return { units: [...units.values()], people: [...personOf.values()], personOf };
}

/** One site for each enterprise and project, however many stops go there, and the site of every stop. */
export interface SiteRegister {
  readonly sites: readonly Site[];
  readonly siteOf: ReadonlyMap<StopRow, Site>;
}

export function buildSites(stops: readonly StopRow[], newId: () => string): SiteRegister {
  const sites = new Map<string, Site>();
  const siteOf = new Map<StopRow, Site>();
  const keyOf = (stop: StopRow) =>
    [stop.enterprise, stop.project, stop.siteName].map((name) => cellKey(name)).join('\n');
  const ids = new Set<string>();
  for (const stop of stops) {
    const { enterprise, project, siteName: name } = stop;
    if (enterprise === '' && project === '' && name === '') continue;
    const site =
      sites.get(keyOf(stop)) ??
      siteSchema.parse({
        id: stop.site !== '' && !ids.has(stop.site) ? stop.site : newId(),
        kind: stop.kind ?? (project === '' ? 'enterprise' : 'project'),
        name: name || siteName(enterprise, project),
        enterprise,
        project,
      });
    ids.add(site.id);
    // A later row may know what the first left empty.
    sites.set(keyOf(stop), {
      ...site,
      district: site.district || stop.district,
      address: site.address || stop.address,
    });
  }
  for (const stop of stops) {
    const site = sites.get(keyOf(stop));
    if (site !== undefined) siteOf.set(stop, site);
  }
  return { sites: [...sites.values()], siteOf };
}

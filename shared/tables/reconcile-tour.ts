import type { CellFault } from '../itinerary/cell-fault';
import { cellKey } from '../itinerary/cell-text';
import { peopleSheetNames, stopSheetNames } from '../itinerary/itinerary-columns';
import type { SpokenOf } from '../itinerary/parse-itinerary';
import type { Json } from '../json';
import type { Group } from '../records/group';
import type { Person } from '../records/person';
import type { Site } from '../records/site';
import { stopTitle } from '../records/stop-title';
import { editsOfTourFile } from '../tour-file/edits-of-tour-file';
import type { TourFile } from '../tour-file/tour-file';
import { compareWithItinerary, fieldsSpokenOf } from './compare-with-itinerary';
import { matchSites } from './match-sites';
import type { ItineraryReading, KnownTour } from './read-itinerary-table';
import type { Difference, Register } from './table-reading';
import { createUnitFinder } from './unit-finder';

/** What there is besides the tour of the file. */
export interface Surroundings {
  readonly register: Register;
  readonly tours: readonly KnownTour[];
  readonly spoken: SpokenOf;
  newId(): string;
}

/**
 * The tour of an itinerary laid over what is there: units, people and sites that the register knows keep their ids, and a
 * tour with the ids of an exported one, or of the same title and date that shares a stop, is the same tour. What the file leaves
 * empty, what it does not list, and the register's order of rank stay as they are; stops that it does not list are shown.
 */
export function reconcileTour(
  file: TourFile,
  { register, tours, spoken, newId }: Surroundings,
): ItineraryReading {
  const faults: CellFault[] = [];
  const ids = new Map<string, string>();
  const byIds = tours.find(({ tour, stops }) => {
    const own = new Set([tour.id, ...stops.map(({ id }) => id)]);
    return own.has(file.tour.id) || file.stops.some(({ id }) => own.has(id));
  });
  const finder = createUnitFinder(register.units);
  for (const unit of file.units) {
    const found = finder.find(unit.name);
    if (found.kind === 'one') ids.set(unit.id, found.id);
  }
  matchPeople(file, register, ids, faults);
  // A row that was given another name means somebody else, whatever id still stands in it.
  const registered = new Map(register.people.map(({ id, name }) => [id, cellKey(name)]));
  for (const { id, name } of file.people)
    if (!ids.has(id) && registered.has(id) && registered.get(id) !== cellKey(name)) ids.set(id, newId());
  const entries = new Map(register.sites.map((site) => [site.id, site]));
  const mentions = file.sites.map((site) => ({
    ...site,
    // A row that was given another enterprise means another site, whatever id still stands in it.
    id: sameNames(site, entries.get(site.id)) ? site.id : '',
    fileId: site.id,
    row: 0,
    place: { sheet: stopSheetNames[0], row: 0, column: '' },
  }));
  for (const [mention, id] of matchSites(mentions, register.sites, faults)) ids.set(mention.fileId, id);
  for (const { id, fileId } of mentions)
    if (id === '' && entries.has(fileId) && !ids.has(fileId)) ids.set(fileId, newId());

  const sameRegister = renamed(file, ids);
  const known = byIds ?? findTour(sameRegister, tours);
  if (known) {
    ids.set(file.tour.id, known.tour.id);
    matchTeamsAndStops(sameRegister, known, ids);
  }
  // Of records that were deleted here, or of another laptop: they are made anew.
  const here = knownIds(register, known);
  for (const id of idsOf(file)) if (!ids.has(id) && !here.has(id)) ids.set(id, newId());
  const tour = renamed(file, ids);
  const existing = new Map<string, Readonly<Record<string, Json>>>(
    [
      ...register.units,
      ...register.people,
      ...register.sites,
      ...(known ? [known.tour, ...known.teams, ...known.groups, ...known.stops] : []),
    ].map((record) => [record.id, record as unknown as Readonly<Record<string, Json>>]),
  );
  const names = namesOf(tour, register);
  const fields = fieldsSpokenOf(tour, known, spoken, byIds !== undefined);
  const compared = editsOfTourFile(tour).map((edit) =>
    compareWithItinerary(edit, existing.get(edit.id), { names, fields: fields[edit.kind] ?? [], spoken }),
  );
  const listed = new Set(tour.stops.map(({ id }) => id));
  const missing = (known?.stops ?? [])
    .filter(({ id }) => !listed.has(id))
    .map(({ id, site }): Difference => {
      const name = names.get(id) ?? names.get(site) ?? '';
      return { kind: 'stop', id, name, row: 0, change: 'missing', fields: [] };
    });
  return {
    faults,
    differences: [...compared.map(({ difference }) => difference), ...missing],
    edits: faults.length > 0 ? [] : compared.flatMap(({ edit }) => edit ?? []),
    skipped: 0,
    tour: faults.length > 0 ? null : tour,
    known: known !== undefined,
  };
}

function matchPeople(
  file: TourFile,
  register: Register,
  ids: Map<string, string>,
  faults: CellFault[],
): void {
  const byName = new Map<string, Person[]>();
  for (const person of register.people) {
    const key = cellKey(person.name);
    byName.set(key, [...(byName.get(key) ?? []), person]);
  }
  const counts = new Map<string, number>();
  for (const { name } of file.people) counts.set(cellKey(name), (counts.get(cellKey(name)) ?? 0) + 1);
  for (const person of file.people) {
    const key = cellKey(person.name);
    const candidates = byName.get(key) ?? [];
    const unit = ids.get(person.unit) ?? person.unit;
    const [same] = candidates.filter((candidate) => candidate.unit === unit);
    const [only, ...others] = candidates;
    if (candidates.some(({ id }) => id === person.id)) continue;
    const alone = counts.get(key) === 1;
    if (same) ids.set(person.id, same.id);
    else if (only && others.length === 0 && alone) ids.set(person.id, only.id);
    else if (others.length > 0 && unit === '')
      faults.push({
        sheet: peopleSheetNames[0],
        row: 0,
        column: '',
        zh: `登记册中名叫“${person.name}”的不止一个，请在“单位”列写明是哪一位。`,
        en: `More than one person in the register is named “${person.name}”; give the unit.`,
      });
  }
}

/** The same title and date, and at least one stop in common. */
function findTour(file: TourFile, tours: readonly KnownTour[]): KnownTour | undefined {
  const sites = new Set(file.stops.map(({ site }) => site));
  const dateOf = ({ date }: TourFile['tour']) => date.from ?? cellKey(date.asWritten);
  const shared = ({ stops }: KnownTour) => stops.filter(({ site }) => sites.has(site)).length;
  return tours
    .filter(
      (known) =>
        cellKey(known.tour.title) === cellKey(file.tour.title) &&
        dateOf(known.tour) === dateOf(file.tour) &&
        shared(known) > 0,
    )
    .sort((one, other) => shared(other) - shared(one))[0];
}

/** Teams by name; stops by team, site and spot, then by team and site, then by site: a stop may have gone to another team. */
function matchTeamsAndStops(file: TourFile, known: KnownTour, ids: Map<string, string>): void {
  for (const team of file.teams) {
    const found =
      known.teams.find(({ id }) => id === team.id) ??
      known.teams.find(({ name }) => cellKey(name) === cellKey(team.name));
    if (found) ids.set(team.id, found.id);
  }
  const nameOf = ({ team, label, topic }: Pick<Group, 'team' | 'label' | 'topic'>) =>
    `${ids.get(team) ?? team}\n${cellKey(label || topic)}`;
  const listed = new Set(file.groups.map(({ id }) => id));
  for (const group of file.groups) {
    const found =
      known.groups.find(({ id }) => id === group.id) ??
      known.groups.find((each) => nameOf(each) === nameOf(group) && !listed.has(each.id));
    if (found) ids.set(group.id, found.id);
  }
  type Keyed = { readonly team: string; readonly site: string; readonly spot: string };
  const keys: readonly ((stop: Keyed) => string)[] = [
    ({ team, site, spot }) => `${team}\n${site}\n${cellKey(spot)}`,
    ({ team, site }) => `${team}\n${site}`,
    ({ site }) => site,
  ];
  const own = new Set(known.stops.map(({ id }) => id));
  const said = new Set(file.stops.map(({ id }) => id));
  let left = known.stops.filter(({ id }) => !said.has(id)).sort((one, other) => one.order - other.order);
  let open = file.stops
    .filter(({ id }) => !own.has(id))
    .map((stop) => ({ ...stop, team: ids.get(stop.team) ?? stop.team }));
  for (const keyOf of keys) {
    const waiting = new Map<string, string[]>();
    for (const stop of left) waiting.set(keyOf(stop), [...(waiting.get(keyOf(stop)) ?? []), stop.id]);
    const taken = new Set<string>();
    open = open.filter((stop) => {
      const id = waiting.get(keyOf(stop))?.shift();
      if (id === undefined) return true;
      ids.set(stop.id, id);
      taken.add(id);
      return false;
    });
    left = left.filter(({ id }) => !taken.has(id));
  }
}

/** The file with ids replaced wherever they stand. */
function renamed(file: TourFile, ids: ReadonlyMap<string, string>): TourFile {
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(rename);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rename(inner)]));
  };
  return rename(file) as TourFile;
}

function sameNames(site: Site, entry: Site | undefined): boolean {
  if (entry === undefined) return true;
  const agrees = (one: string, other: string) => one === '' || cellKey(one) === cellKey(other);
  // A site without an enterprise is listed under its name.
  const named = cellKey(site.name) === cellKey(entry.name);
  return named || (agrees(site.enterprise, entry.enterprise) && agrees(site.project, entry.project));
}

function idsOf(file: TourFile): readonly string[] {
  const { tour, units, people, sites, teams, groups, stops } = file;
  return [tour, ...units, ...people, ...sites, ...teams, ...groups, ...stops].map(({ id }) => id);
}

function knownIds({ units, people, sites }: Register, known: KnownTour | undefined): ReadonlySet<string> {
  const own = known ? [known.tour, ...known.teams, ...known.groups, ...known.stops] : [];
  return new Set([...units, ...people, ...sites, ...own].map(({ id }) => id));
}

function namesOf(file: TourFile, register: Register): ReadonlyMap<string, string> {
  const sites = new Map(file.sites.map((site) => [site.id, site]));
  return new Map([
    ...[...register.units, ...register.people, ...register.sites].map(({ id, name }) => [id, name] as const),
    ...[...file.units, ...file.people, ...file.sites, ...file.teams].map(
      ({ id, name }) => [id, name] as const,
    ),
    ...file.groups.map(({ id, label, topic }) => [id, label || topic] as const),
    [file.tour.id, file.tour.title] as const,
    ...file.stops.map((stop) => [stop.id, stopTitle(stop, sites.get(stop.site))] as const),
  ]);
}

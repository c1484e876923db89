import type { CellFault } from '../itinerary/cell-fault';
import { cellKey } from '../itinerary/cell-text';
import { peopleSheetNames, stopSheetNames } from '../itinerary/itinerary-columns';
import type { Json } from '../json';
import type { Person } from '../records/person';
import type { RecordKind } from '../records/record-schemas';
import { stopTitle } from '../records/stop-title';
import { type RecordValues, editsOfTourFile } from '../tour-file/edits-of-tour-file';
import type { TourFile } from '../tour-file/tour-file';
import { matchSites } from './match-sites';
import type { ItineraryReading, KnownTour } from './read-itinerary-table';
import type { Difference, FieldDifference, Register } from './table-reading';
import { createUnitFinder } from './unit-finder';

/**
 * The tour of an itinerary laid over what is there: units, people and sites that the register knows keep their ids, and a
 * tour of the same title and date that shares a stop is the same tour. What the file leaves empty, what it does not list, and
 * the register's order of rank stay as they are.
 */
export function reconcileTour(
  file: TourFile,
  register: Register,
  tours: readonly KnownTour[],
): ItineraryReading {
  const faults: CellFault[] = [];
  const ids = new Map<string, string>();
  const finder = createUnitFinder(register.units);
  for (const unit of file.units) {
    const found = finder.find(unit.name);
    if (found.kind === 'one') ids.set(unit.id, found.id);
  }
  matchPeople(file, register, ids, faults);
  const mentions = file.sites.map((site) => ({
    ...site,
    row: 0,
    place: { sheet: stopSheetNames[0], row: 0, column: '' },
  }));
  for (const [mention, id] of matchSites(mentions, register.sites, faults)) ids.set(mention.id, id);

  const sameRegister = renamed(file, ids);
  const known = findTour(sameRegister, tours);
  if (known) {
    ids.set(file.tour.id, known.tour.id);
    matchTeamsAndStops(sameRegister, known, ids);
  }
  const tour = renamed(file, ids);
  const existing = new Map<string, Readonly<Record<string, Json>>>(
    [
      ...register.units,
      ...register.people,
      ...register.sites,
      ...(known ? [known.tour, ...known.teams, ...known.stops] : []),
    ].map((record) => [record.id, record as unknown as Readonly<Record<string, Json>>]),
  );
  const names = namesOf(tour, register);
  const compared = editsOfTourFile(tour).map((edit) => compare(edit, existing.get(edit.id), names));
  return {
    faults,
    differences: compared.map(({ difference }) => difference),
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
    const found = known.teams.find(({ name }) => cellKey(name) === cellKey(team.name));
    if (found) ids.set(team.id, found.id);
  }
  type Keyed = { readonly team: string; readonly site: string; readonly spot: string };
  const keys: readonly ((stop: Keyed) => string)[] = [
    ({ team, site, spot }) => `${team}\n${site}\n${cellKey(spot)}`,
    ({ team, site }) => `${team}\n${site}`,
    ({ site }) => site,
  ];
  let left = [...known.stops].sort((one, other) => one.order - other.order);
  let open = file.stops.map((stop) => ({ ...stop, team: ids.get(stop.team) ?? stop.team }));
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

/** What an itinerary says of a record that is there already; all else about it is not the itinerary's to change. */
const spokenOf: Partial<Readonly<Record<RecordKind, readonly string[]>>> = {
  tour: ['forms', 'series', 'place', 'organiser', 'purpose', 'statedTotal'],
  team: ['leader', 'members', 'districts', 'order'],
  stop: ['team', 'order', 'spot', 'stage', 'plannedAt', 'remarks'],
  person: ['posts', 'unit', 'phone'],
  site: ['district', 'address'],
};

function compare(
  edit: RecordValues,
  existing: Readonly<Record<string, Json>> | undefined,
  names: ReadonlyMap<string, string>,
): { readonly difference: Difference; readonly edit: RecordValues | null } {
  const name = names.get(edit.id) ?? '';
  const { kind, id } = edit;
  if (existing === undefined)
    return { difference: { kind, id, name, row: 0, change: 'added', fields: [] }, edit };
  const values: Record<string, Json> = {};
  const fields: FieldDifference[] = [];
  for (const field of spokenOf[kind] ?? []) {
    const value = edit.values[field] ?? null;
    // The plan is compared with the plan: what was reordered on the way stays so.
    const before = field === 'order' ? (existing['plannedOrder'] ?? existing[field]) : existing[field];
    if (isEmpty(value) || JSON.stringify(value) === JSON.stringify(before ?? null)) continue;
    values[field] = value;
    if (field === 'order' && typeof existing['plannedOrder'] === 'number') values['plannedOrder'] = value;
    fields.push({ field, ledger: false, from: shown(before ?? null, names), to: shown(value, names) });
  }
  const change = fields.length > 0 ? 'changed' : 'same';
  return {
    difference: { kind, id, name, row: 0, change, fields },
    edit: change === 'same' ? null : { ...edit, values },
  };
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function shown(value: Json, names: ReadonlyMap<string, string>): string {
  if (Array.isArray(value)) return value.map((item: Json) => shown(item, names)).join('、');
  if (typeof value === 'string') return names.get(value) ?? value;
  return typeof value === 'number' ? String(value) : '';
}

function namesOf(file: TourFile, register: Register): ReadonlyMap<string, string> {
  const sites = new Map(file.sites.map((site) => [site.id, site]));
  return new Map([
    ...[...register.units, ...register.people, ...register.sites].map(({ id, name }) => [id, name] as const),
    ...[...file.units, ...file.people, ...file.sites, ...file.teams].map(
      ({ id, name }) => [id, name] as const,
    ),
    [file.tour.id, file.tour.title] as const,
    ...file.stops.map((stop) => [stop.id, stopTitle(stop, sites.get(stop.site))] as const),
  ]);
}

import { cellKey, cellText } from '../itinerary/cell-text';
import type { SpokenOf } from '../itinerary/parse-itinerary';
import type { Json } from '../json';
import type { PartialDate } from '../records/partial-date';
import { dateWords } from '../records/date-words';
import type { Stop } from '../records/stop';
import { stopStatusWords } from '../itinerary/stop-status-words';
import type { RecordKind } from '../records/record-schemas';
import type { RecordValues } from '../tour-file/edits-of-tour-file';
import type { TourFile } from '../tour-file/tour-file';
import type { KnownTour } from './read-itinerary-table';
import type { Difference, FieldDifference } from './table-reading';

type Fields = Partial<Readonly<Record<RecordKind, readonly string[]>>>;

/** What an itinerary says of a record that is there already; all else about it is not the itinerary's to change. */
const always: Fields = {
  tour: ['forms', 'series', 'place', 'organiser', 'purpose', 'statedTotal'],
  team: ['leader', 'members', 'districts', 'certain'],
  group: ['label', 'topic', 'stage', 'team', 'order', 'complete', 'tail', 'observed'],
  stop: [
    'team',
    'group',
    'order',
    'spot',
    'stage',
    'plannedAt',
    'visitedAt',
    'leftAt',
    'status',
    'reason',
    'earlierReason',
    'reporter',
    'remarks',
    'teamCertain',
    'districtCertain',
    'insteadOf',
  ],
  person: ['posts', 'unit', 'phone'],
  site: ['district', 'address'],
};

/** The fields of each kind that this itinerary speaks of: one that names the ids of its records may also rename them. */
export function fieldsSpokenOf(
  tour: TourFile,
  known: KnownTour | undefined,
  spoken: SpokenOf,
  byIds: boolean,
): Fields {
  const inOrder = (teams: readonly { readonly id: string; readonly order: number }[]) =>
    [...teams].sort((one, other) => one.order - other.order).map(({ id }) => id);
  const listed = new Set(tour.teams.map(({ id }) => id));
  const before = inOrder(known?.teams ?? []).filter((id) => listed.has(id));
  const after = inOrder(tour.teams).filter((id) => before.includes(id));
  // Without numbers of their own teams are numbered as they come: only another order of them says something.
  const teamOrder = spoken.teams || (!byIds && before.join() !== after.join()) ? ['order'] : [];
  const hasTitle = byIds && known?.tour.id === tour.tour.id && tour.tour.date.asWritten !== '';
  return {
    ...always,
    tour: [...(always.tour ?? []), ...(hasTitle ? ['title', 'date', 'topics'] : [])],
    // A list of stops with the ids of its teams takes nothing for granted about them.
    team: [
      ...(always.team ?? []).filter((field) => field !== 'districts' || spoken.teams || !byIds),
      ...teamOrder,
      ...(spoken.teams && byIds ? ['name'] : []),
    ],
    group: spoken.groups ? always.group : [],
    stop: [
      ...(always.stop ?? []),
      ...(byIds ? ['site'] : []),
      ...(spoken.stops.has('plannedOrder') ? ['plannedOrder'] : []),
      ...(spoken.stops.has('plannedTeam') ? ['plannedTeam'] : []),
    ],
  };
}

interface Comparison {
  readonly names: ReadonlyMap<string, string>;
  readonly fields: readonly string[];
  readonly spoken: SpokenOf;
}

/** One record of an itinerary beside the one that is here: what it would change, or that it is new. */
export function compareWithItinerary(
  edit: RecordValues,
  existing: Readonly<Record<string, Json>> | undefined,
  { names, fields, spoken }: Comparison,
): { readonly difference: Difference; readonly edit: RecordValues | null } {
  const name = names.get(edit.id) ?? '';
  const { kind, id } = edit;
  if (existing === undefined)
    return { difference: { kind, id, name, row: 0, change: 'added', fields: [] }, edit };
  const values: Record<string, Json> = {};
  const differences: FieldDifference[] = [];
  for (const field of fields) {
    const given = edit.values[field] ?? null;
    const value = field === 'districts' && !spoken.teams ? united(existing[field] ?? null, given) : given;
    // The plan is compared with the plan: what was reordered on the way stays so.
    const isPlan = kind === 'stop' && field === 'order' && !spoken.stops.has('plannedOrder');
    const before = (isPlan ? (existing['plannedOrder'] ?? existing[field]) : existing[field]) ?? null;
    const isSaid = field === 'complete' && spoken.complete.has(id);
    if ((saysNothing(field, value) && !isSaid) || isSame(field, value, before)) continue;
    values[field] = value;
    if (isPlan && typeof existing['plannedOrder'] === 'number') values['plannedOrder'] = value;
    differences.push({
      field,
      ledger: false,
      from: words(field, before, names),
      to: words(field, value, names),
    });
  }
  // As in the form: a list that has become complete has no ending of an open one.
  if (values['complete'] === true) values['tail'] = '';
  const change = differences.length > 0 ? 'changed' : 'same';
  return {
    difference: { kind, id, name, row: 0, change, fields: differences },
    edit: change === 'same' ? null : { ...edit, values },
  };
}

/** A list of stops names the districts where a team has stops; it does not take back others. */
function united(before: Json, given: Json): Json {
  return [...new Set([...list(before), ...list(given)])];
}

/** Empty cells, and what a record is without anybody saying so. */
function saysNothing(field: string, value: Json): boolean {
  if (field === 'status') return value === 'planned';
  if (/^(certain|complete|.+Certain)$/.test(field)) return value === true;
  if (field === 'date') return false;
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isSame(field: string, value: Json, before: Json): boolean {
  if (field === 'date') return dateKey(value) === dateKey(before);
  if (field === 'members') return sortedKey(value) === sortedKey(before);
  if (Array.isArray(value) && Array.isArray(before)) return joined(value) === joined(before);
  if (typeof value === 'string' && typeof before === 'string')
    return cellText(value) === cellText(before) || isSameTime(value, before);
  return JSON.stringify(value) === JSON.stringify(before);
}

/** One day is a period that ends where it began. */
function dateKey(value: Json): string {
  const date = value as PartialDate;
  const { from, to, basis } = date;
  return [dateWords(date), from, to ?? from, basis].map((part) => cellKey(part)).join('\n');
}

/** 8:30 and 08:30. */
function isSameTime(one: string, other: string): boolean {
  const padded = (text: string) => cellKey(text).padStart(5, '0');
  return /^\d{1,2}:\d{2}$/.test(cellKey(one)) && padded(one) === padded(other);
}

/** Posts in one cell are parted by 、 whether they were one entry or two. */
function joined(value: readonly Json[]): string {
  return cellKey(value.map(String).join('、'));
}

function sortedKey(value: Json): string {
  return list(value).map(String).sort().join();
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function words(field: string, value: Json, names: ReadonlyMap<string, string>): string {
  if (field === 'status') return stopStatusWords[value as Stop['status']] ?? '';
  if (field === 'complete') return value === false ? '未列全' : '已列全';
  if (typeof value === 'boolean') return value ? '已核实' : '待核实';
  return shown(value, names);
}

function shown(value: Json, names: ReadonlyMap<string, string>): string {
  if (Array.isArray(value)) return value.map((item: Json) => shown(item, names)).join('、');
  if (typeof value === 'string') return names.get(value) ?? value;
  if (typeof value === 'object' && value !== null) return dateWords(value as PartialDate);
  return typeof value === 'number' ? String(value) : '';
}

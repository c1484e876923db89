import type { TourFile } from '../tour-file/tour-file';
import { buildTourFile } from './build-tour-file';
import type { CellFault } from './cell-fault';
import { cellKey } from './cell-text';
import { faultAt } from './fault-at';
import { findLeaders } from './find-leaders';
import {
  type GroupField,
  type StopField,
  activitySheetNames,
  groupColumns,
  groupSheetNames,
  peopleSheetNames,
  personColumns,
  stopColumns,
  stopSheetNames,
  teamColumns,
  teamSheetNames,
} from './itinerary-columns';
import { givenId } from './given-id';
import { readActivity } from './read-activity';
import { readGroups } from './read-groups';
import { type PersonRow, readPeople } from './read-people';
import { type StopRow, readStops } from './read-stops';
import { type Table, readTable } from './read-table';
import { readTeams } from './read-teams';
import type { Sheet, Workbook } from '../tables/workbook';

export interface ItineraryContext {
  newId(): string;
  /** What the tour is called where the workbook gives it no name: the name of the file. */
  readonly title: string;
  /** Which sheet is which, where a person chose; else their names tell. */
  readonly sheets?: ItinerarySheets;
  /** People by name where the workbook has no list of them, as a CSV file: whom the office knows already. */
  readonly known?: readonly PersonRow[];
}

export interface ItinerarySheets {
  readonly stops: Sheet | undefined;
  readonly people: Sheet | undefined;
  readonly activity: Sheet | undefined;
}

/** Which columns an itinerary has, by their fields, and whether it has the sheets 组别 and 点位组: a column that is not there says nothing. */
export interface SpokenOf {
  readonly stops: ReadonlySet<StopField>;
  readonly teams: boolean;
  readonly groups: boolean;
  /** Ids of the groups of which the sheet says 是 or 否: all stops are listed, or are not. */
  readonly complete: ReadonlySet<string>;
}

export type Itinerary =
  | { readonly kind: 'faulty'; readonly faults: readonly CellFault[] }
  | { readonly kind: 'read'; readonly tour: TourFile; readonly spoken: SpokenOf };

/**
 * An office's itinerary as a tour with its teams, stops and register. All that is wrong is named at once, in the order of
 * the sheets, and one fault is enough to read nothing. Never throws, whatever the cells hold. See docs/formats/itinerary.md.
 */
export function parseItinerary(workbook: Workbook, context: ItineraryContext): Itinerary {
  const chosen = context.sheets ?? findSheets(workbook);
  const stopSheet = chosen.stops;
  if (stopSheet === undefined) return { kind: 'faulty', faults: [missingSheet(stopSheetNames[0])] };
  const stopReading = readTable(stopSheet, stopColumns);
  // Without a header this is no itinerary: what else it lacks would only hide that.
  if (stopReading.table === null) return { kind: 'faulty', faults: stopReading.faults };
  const { stops, faults: stopFaults } = readStops(stopReading.table);

  const peopleReading = chosen.people && readTable(chosen.people, personColumns);
  const list = peopleReading?.table?.has('name') ? readPeople(peopleReading.table) : null;
  const known = chosen.people === undefined ? context.known : undefined;
  const { teams, faults: teamFaults } = teamRows(findSheet(workbook, teamSheetNames));
  const groupSheet = groupTable(findSheet(workbook, groupSheetNames));
  const groups = readGroups(groupSheet, stops);
  const people = list?.people ?? leadersAmong(known ?? [], stops);
  const { leaders, faults: leaderFaults } =
    (list ?? known) ? findLeaders(stops, people, teams) : { leaders: new Map(), faults: [] };
  const { activity, faults: activityFaults } = readActivity(chosen.activity);

  const faults = [
    ...(stops.length === 0 ? [noStops(stopSheet.name)] : []),
    ...inOrder(stopReading.faults, stopFaults, leaderFaults),
    ...inOrder(peopleReading?.faults ?? (known ? [] : [missingSheet(peopleSheetNames[0])]), list?.faults),
    ...teamFaults,
    ...activityFaults,
  ];
  if (faults.length > 0) return { kind: 'faulty', faults };
  const rows = { activity, stops, people, teams, groups, leaders };
  const { table } = stopReading;
  return {
    kind: 'read',
    tour: buildTourFile(rows, () => context.newId(), context.title),
    spoken: {
      stops: new Set(stopColumns.map(({ field }) => field).filter((field) => table.has(field))),
      teams: teams.length > 0,
      groups: groupSheet !== null,
      complete: new Set(
        groupSheet?.rows.filter((row) => row.text('complete') !== '').map((row) => givenId(row.text('id'))),
      ),
    },
  };
}

/** A sheet of this name that has no such header is something of the office's own and left alone. */
function teamRows(sheet: Sheet | undefined): ReturnType<typeof readTeams> {
  const reading = sheet && readTable(sheet, teamColumns);
  if (!reading?.table?.has('team')) return { teams: [], faults: [] };
  const { teams, faults } = readTeams(reading.table);
  return { teams, faults: inOrder(reading.faults, faults) };
}

function groupTable(sheet: Sheet | undefined): Table<GroupField> | null {
  const table = sheet ? readTable(sheet, groupColumns).table : null;
  return table?.has('key') === true ? table : null;
}

function findSheets(workbook: Workbook): ItinerarySheets {
  return {
    stops: findSheet(workbook, stopSheetNames),
    people: findSheet(workbook, peopleSheetNames),
    activity: findSheet(workbook, activitySheetNames),
  };
}

/**
 * The leaders whom the stops name, as the office knows them; one whom nobody knows comes along with a name and nothing else.
 * Others do not come along because they are known.
 */
function leadersAmong(known: readonly PersonRow[], stops: readonly StopRow[]): readonly PersonRow[] {
  const names = new Map(stops.map(({ leader }) => [cellKey(leader), leader]));
  const found = known.filter(({ name }) => names.has(cellKey(name)));
  for (const { name } of found) names.delete(cellKey(name));
  names.delete('');
  const strangers = [...names.values()].map((name) => ({ ...nobody, name, role: '带队领导' }));
  return [...found, ...strangers];
}

const nobody: PersonRow = {
  name: '',
  unit: '',
  posts: [],
  team: '',
  teamKey: '',
  teams: [],
  role: '',
  rank: 0,
  phone: '',
  id: '',
  listed: true,
  takes: true,
};

/** The sheet that carries the first of the names, a hidden one only where no other does; other sheets are left alone. */
function findSheet({ sheets }: Workbook, names: readonly string[]): Sheet | undefined {
  const inOrder = [
    ...sheets.filter(({ hidden }) => hidden !== true),
    ...sheets.filter(({ hidden }) => hidden === true),
  ];
  for (const name of names) {
    const found = inOrder.find((sheet) => cellKey(sheet.name) === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** By row and column, and one fault a cell: the first says it best. */
function inOrder(...lists: readonly (readonly CellFault[] | undefined)[]): readonly CellFault[] {
  const seen = new Set<string>();
  return lists
    .flatMap((list) => list ?? [])
    .sort((one, other) => one.row - other.row || one.column.localeCompare(other.column))
    .filter(({ row, column }) => {
      if (column === '') return true;
      const cell = `${column}${row}`;
      return !seen.has(cell) && seen.add(cell);
    });
}

function missingSheet(name: string): CellFault {
  return faultAt(
    { sheet: name, row: 0, column: '' },
    { zh: `缺少工作表“${name}”。`, en: `The sheet “${name}” is missing.` },
  );
}

function noStops(sheet: string): CellFault {
  return faultAt(
    { sheet, row: 0, column: '' },
    {
      zh: `工作表“${sheet}”只有表头，没有一个点位。`,
      en: `The sheet “${sheet}” has a header but not one stop.`,
    },
  );
}

import type { TourFile } from '../tour-file/tour-file';
import { buildTourFile } from './build-tour-file';
import type { CellFault } from './cell-fault';
import { cellKey } from './cell-text';
import { faultAt } from './fault-at';
import { findLeaders } from './find-leaders';
import {
  activitySheetNames,
  peopleSheetNames,
  personColumns,
  stopColumns,
  stopSheetNames,
} from './itinerary-columns';
import { readActivity } from './read-activity';
import { readPeople } from './read-people';
import { readStops } from './read-stops';
import { readTable } from './read-table';
import type { Sheet, Workbook } from '../tables/workbook';

export interface ItineraryContext {
  newId(): string;
  /** What the tour is called where the workbook gives it no name: the name of the file. */
  readonly title: string;
}

export type Itinerary =
  | { readonly kind: 'faulty'; readonly faults: readonly CellFault[] }
  | { readonly kind: 'read'; readonly tour: TourFile };

/**
 * An office's itinerary as a tour with its teams, stops and register. All that is wrong is named at once, in the order of
 * the sheets, and one fault is enough to read nothing. Never throws, whatever the cells hold. See docs/formats/itinerary.md.
 */
export function parseItinerary(workbook: Workbook, context: ItineraryContext): Itinerary {
  const stopSheet = findSheet(workbook, stopSheetNames);
  if (stopSheet === undefined) return { kind: 'faulty', faults: [missingSheet(stopSheetNames[0])] };
  const stopReading = readTable(stopSheet, stopColumns);
  // Without a header this is no itinerary: what else it lacks would only hide that.
  if (stopReading.table === null) return { kind: 'faulty', faults: stopReading.faults };
  const { stops, faults: stopFaults } = readStops(stopReading.table);

  const peopleSheet = findSheet(workbook, peopleSheetNames);
  const peopleReading = peopleSheet && readTable(peopleSheet, personColumns);
  const list = peopleReading?.table?.has('name') ? readPeople(peopleReading.table) : null;
  const people = list?.people ?? [];
  const { leaders, faults: leaderFaults } = list
    ? findLeaders(stops, people)
    : { leaders: new Map(), faults: [] };
  const { activity, faults: activityFaults } = readActivity(findSheet(workbook, activitySheetNames));

  const faults = [
    ...(stops.length === 0 ? [noStops(stopSheet.name)] : []),
    ...inOrder(stopReading.faults, stopFaults, leaderFaults),
    ...inOrder(peopleReading?.faults ?? [missingSheet(peopleSheetNames[0])], list?.faults),
    ...activityFaults,
  ];
  if (faults.length > 0) return { kind: 'faulty', faults };
  const tour = buildTourFile({ activity, stops, people, leaders }, () => context.newId(), context.title);
  return { kind: 'read', tour };
}

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

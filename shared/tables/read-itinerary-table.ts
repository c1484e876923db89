import { parseItinerary } from '../itinerary/parse-itinerary';
import type { PersonRow } from '../itinerary/read-people';
import type { Group } from '../records/group';
import type { Stop } from '../records/stop';
import type { Team } from '../records/team';
import type { Tour } from '../records/tour';
import type { TourFile } from '../tour-file/tour-file';
import { type ItineraryChoice, type ItineraryRole, itineraryColumns } from './itinerary-tables';
import type { Mapping } from './mapping';
import { reconcileTour } from './reconcile-tour';
import type { Register, TableReading } from './table-reading';
import type { Sheet, Workbook } from './workbook';

/** A tour that is on this laptop, as far as an itinerary speaks of it. */
export interface KnownTour {
  readonly tour: Tour;
  readonly teams: readonly Team[];
  readonly groups: readonly Group[];
  readonly stops: readonly Stop[];
}

/** An itinerary compared with the register and the tours; `tour` is null with a fault, `known` true where the tour is there already. */
export interface ItineraryReading extends TableReading {
  readonly tour: TourFile | null;
  readonly known: boolean;
}

export interface ItineraryRequest {
  readonly workbook: Workbook;
  readonly choice: ItineraryChoice;
  readonly register: Register;
  readonly tours: readonly KnownTour[];
  /** What the tour is called where the workbook gives it no name. */
  readonly title: string;
}

export function readItineraryTable(request: ItineraryRequest, newId: () => string): ItineraryReading {
  const { workbook, choice, register, tours, title } = request;
  const { sheets } = workbook;
  const parsed = parseItinerary(workbook, {
    newId,
    title,
    sheets: {
      stops: named(sheets[choice.stops.sheet], choice.stops.mapping, 'stops'),
      people: named(sheets[choice.people.sheet], choice.people.mapping, 'people'),
      activity: sheets[choice.activity],
    },
    known: knownPeople(register),
  });
  if (parsed.kind === 'faulty')
    return { faults: parsed.faults, differences: [], edits: [], skipped: 0, tour: null, known: false };
  return reconcileTour(parsed.tour, { register, tours, spoken: parsed.spoken, newId });
}

/** The sheet with the header that the mapping means; rows and columns keep their places, so that faults name them rightly. */
function named(sheet: Sheet | undefined, mapping: Mapping, role: ItineraryRole): Sheet | undefined {
  if (sheet === undefined) return undefined;
  const names = new Map(itineraryColumns[role].map(({ field, names: [name] }) => [field, name]));
  const header = mapping.fields.map((field) => names.get(field) ?? null);
  const rows = sheet.rows.map((row, index) =>
    index < mapping.header ? [] : index === mapping.header ? header : row,
  );
  return { ...sheet, rows };
}

function knownPeople({ people, units }: Register): readonly PersonRow[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return people.map(({ id, name, posts, unit, rank, phone }) => ({
    id,
    listed: true,
    takes: true,
    name,
    posts,
    unit: names.get(unit) ?? '',
    team: '',
    teamKey: '',
    teams: [],
    role: '',
    rank,
    phone,
  }));
}

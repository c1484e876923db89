import { basename, extname } from 'node:path';
import { listAsItinerary } from '../../shared/itinerary/list-as-itinerary';
import { type Itinerary, parseItinerary } from '../../shared/itinerary/parse-itinerary';
import { type Outcome, succeed } from '../../shared/outcome';
import type { ReadTables } from '../tables/parse-tables';

export interface ItineraryFile {
  /** Name or path; a tour without a name of its own is called after it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  newId(): string;
  readonly readTables: ReadTables;
}

/** Files that have room for one sheet. */
const isText = /\.(csv|tsv|txt)$/i;

/** An itinerary's bytes as a tour, or as all the faults of its cells; a problem where the file is no readable workbook. */
export async function readItinerary({
  file,
  bytes,
  newId,
  readTables,
}: ItineraryFile): Promise<Outcome<Itinerary>> {
  const name = basename(file);
  const workbook = await readTables({ file: name, bytes });
  if (!workbook.ok) return workbook;
  const itinerary = isText.test(name) ? listAsItinerary(workbook.value) : workbook.value;
  return succeed(parseItinerary(itinerary, { newId, title: basename(name, extname(name)) }));
}

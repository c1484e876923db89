import { project } from '../../shared/changes/project';
import type { Seal } from '../../shared/sealing/seal';
import { collectTourFile } from '../../shared/tour-file/collect-tour-file';
import type { TourFile } from '../../shared/tour-file/tour-file';
import { officeKinds } from '../../shared/records/record-schemas';
import type { Database, RecordRow } from './database';
import { openState } from './sealed-json';
import { rowsByKeys } from './rows-by-keys';

/** Everything about one tour as an interchange file. Throws when this laptop does not have the tour: no screen asks for one that it does not show. */
export async function readTourFile(database: Database, seal: Seal, tour: string): Promise<TourFile> {
  const own = await database.records.where('[tour+kind]').between([tour, ''], [tour, '\uffff']).toArray();
  const register = await rowsByKeys(database.records, 'kind', officeKinds);
  const tourRow = await database.records.get(tour);
  const states = [...own, ...register, ...(tourRow ? [tourRow] : [])].map((row) =>
    openState(seal, row.sealed),
  );
  const file = collectTourFile(states, tour);
  if (!file.ok) throw new Error(`tour ${tour}: ${JSON.stringify(file.problem)}`);
  return file.value;
}

export function projectRow(seal: Seal, row: RecordRow) {
  return project(openState(seal, row.sealed));
}

import type { RecordState } from '../../shared/changes/record-state';
import { project } from '../../shared/changes/project';
import type { RecordKind } from '../../shared/records/record-schemas';
import type { Seal } from '../../shared/sealing/seal';
import { type TourFile, tourFileSchema } from '../../shared/tour-file/tour-file';
import { tourFileLists } from '../../shared/tour-file/tour-file-lists';
import type { Database, RecordRow } from './database';
import { openJson } from './sealed-json';

/** Everything about one tour as an interchange file: its own records, and of the register what it refers to. */
export async function readTourFile(database: Database, seal: Seal, tour: string): Promise<TourFile> {
  const own = await database.records.where('[tour+kind]').between([tour, ''], [tour, '\uffff']).toArray();
  const register = await database.records
    .where('kind')
    .anyOf('site', 'person', 'unit', 'checklist')
    .toArray();
  const byKind = new Map<RecordKind, object[]>();
  for (const row of [...own, ...register]) {
    const value = row.deleted ? null : projectRow(seal, row);
    if (value) byKind.set(row.kind, [...(byKind.get(row.kind) ?? []), value]);
  }
  const tourRow = await database.records.get(tour);
  const lists = Object.entries(tourFileLists).map(([list, kind]) => [list, byKind.get(kind) ?? []]);
  const file = tourFileSchema.parse({
    format: 'xunji-tour',
    version: 1,
    tour: tourRow && projectRow(seal, tourRow),
    ...Object.fromEntries(lists),
  });
  const visited = new Set(file.stops.map((stop) => stop.site));
  return { ...file, sites: file.sites.filter((site) => visited.has(site.id)) };
}

export function projectRow(seal: Seal, row: RecordRow) {
  return project(openJson<RecordState>(seal, row.sealed));
}

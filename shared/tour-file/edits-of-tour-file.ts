import type { Json } from '../json';
import type { RecordKind } from '../records/record-schemas';
import type { TourFile } from './tour-file';
import { tourFileLists } from './tour-file-lists';

export interface RecordValues {
  readonly kind: RecordKind;
  readonly id: string;
  readonly tour: string;
  readonly values: Readonly<Record<string, Json>>;
}

/** A tour file as the edits that bring it into a store: the register first, so that nothing ever points at what is not there. */
export function editsOfTourFile(file: TourFile): readonly RecordValues[] {
  const tour = file.tour.id;
  const lists = Object.entries(tourFileLists) as [keyof typeof tourFileLists, RecordKind][];
  return [
    { kind: 'tour', id: tour, tour, values: valuesOfRecord(file.tour) },
    ...lists.flatMap(([list, kind]) =>
      file[list].map((record) => ({ kind, id: record.id, tour, values: valuesOfRecord(record) })),
    ),
  ];
}

/** Records within a record whose entries are fields of their own, so that two people can fill different ones. */
const entered = new Set(['answers', 'calculated', 'hidden', 'points']);

/** A record's values as edits set them: answers, results and points become fields of their own ("answers.permit"). */
export function valuesOfRecord(record: object): Readonly<Record<string, Json>> {
  const values: Record<string, Json> = {};
  for (const [name, value] of Object.entries(record) as [string, Json][]) {
    if (name === 'id') continue;
    if (!entered.has(name)) values[name] = value;
    else
      for (const [item, entry] of Object.entries(value as Record<string, Json>))
        values[`${name}.${item}`] = entry;
  }
  return values;
}

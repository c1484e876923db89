import type { RecordOf } from '../records/record-schemas';
import { tourFileLists, type TourFileList } from '../tour-file/tour-file-lists';
import type { TourFile } from '../tour-file/tour-file';

type Lists = { readonly [L in TourFileList]: readonly RecordOf<(typeof tourFileLists)[L]>[] };
type Maps = { readonly [L in TourFileList]: ReadonlyMap<string, RecordOf<(typeof tourFileLists)[L]>> };

/** A tour file without its deleted records, in route order, with look-up by id. */
export interface TourIndex extends Lists {
  readonly tour: RecordOf<'tour'>;
  readonly by: Maps;
  /** Issues of earlier tours at which this one looked again. */
  readonly rechecks: readonly RecordOf<'issue'>[];
}

/** Sorts by `order` where a record has one; the rest keep the order of the file. */
export function indexTour(file: TourFile, rechecks: readonly RecordOf<'issue'>[] = []): TourIndex {
  const lists = Object.fromEntries(
    (Object.keys(tourFileLists) as TourFileList[]).map((list) => [list, ordered(file[list])]),
  ) as unknown as Lists;
  const by = Object.fromEntries(
    (Object.keys(tourFileLists) as TourFileList[]).map((list) => [
      list,
      new Map(lists[list].map((record) => [record.id, record])),
    ]),
  ) as unknown as Maps;
  return { ...lists, tour: file.tour, by, rechecks };
}

function ordered(
  records: readonly { readonly deleted: boolean; readonly order?: number }[],
): readonly { readonly deleted: boolean }[] {
  return records
    .filter((record) => !record.deleted)
    .toSorted((left, right) => (left.order ?? 0) - (right.order ?? 0));
}

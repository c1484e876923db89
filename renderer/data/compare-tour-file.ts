import type { RecordState } from '../../shared/changes/record-state';
import { project } from '../../shared/changes/project';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { type RecordKind, officeKinds, officeScope } from '../../shared/records/record-schemas';
import type { Difference } from '../../shared/tables/table-reading';
import type { Sheet } from '../../shared/tables/workbook';
import { type HeldRecord, compareTourRecord, titleOf } from '../../shared/tour-file/compare-tour-record';
import { valuesOfRecord } from '../../shared/tour-file/edits-of-tour-file';
import { type TourRecord, tourRecordOfRow } from '../../shared/tour-file/tour-records';
import type { RecordRow } from './database';
import { nextTask } from './next-task';
import { openState } from './sealed-json';
import type { Edit, Store } from './store';

export interface TourFileReading {
  readonly tour: string;
  readonly title: string;
  readonly differences: readonly Difference[];
  readonly edits: readonly Edit[];
  /** Bring back what was deleted here, if somebody wants it. */
  readonly restores: readonly Edit[];
  /** The tour itself is among them: without it nothing of the file could be seen. */
  readonly isTourDeleted: boolean;
}

/** Opening and comparing this many records is done between two frames. */
const pieceSize = 40;

/** A tour file beside what is on this laptop, piece by piece, so that a large one does not hold up the window. */
export async function compareTourFile(
  store: Store,
  file: string,
  sheet: Sheet,
): Promise<Outcome<TourFileReading>> {
  const records: TourRecord[] = [];
  const titles = new Map<string, string>();
  const nameOf = (id: string) => titles.get(id) ?? '';
  for (const [index, row] of sheet.rows.entries()) {
    if (index % pieceSize === pieceSize - 1) await nextTask();
    const record = tourRecordOfRow(row);
    if (record === null) return fail(problem('internal.bug'));
    records.push(record);
  }
  // Sites before stops: a stop is called by its site.
  for (const { id, values } of records) titles.set(id, titleOf(values, nameOf));
  const differences: Difference[] = [];
  const edits: Edit[] = [];
  const restores: Edit[] = [];
  for (let from = 0; from < records.length; from += pieceSize) {
    const piece = records.slice(from, from + pieceSize);
    const rows = await store.database.records.bulkGet(piece.map(({ id }) => id));
    for (const [index, record] of piece.entries()) {
      const row = rows[index];
      const compared = compareTourRecord(
        record,
        row ? heldRecord(store, row) : null,
        scopeOf(record),
        nameOf,
      );
      if (compared.kind === 'taken') return fail(problem('tourFile.idTaken', { file, id: record.id }));
      differences.push(compared.difference);
      if (compared.edit) edits.push(compared.edit);
      if (compared.restore) restores.push(compared.restore);
    }
    await nextTask();
  }
  const tour = records.find(({ kind }) => kind === 'tour');
  return succeed({
    tour: tour?.id ?? '',
    title: nameOf(tour?.id ?? ''),
    differences,
    edits,
    restores,
    isTourDeleted: restores.some(({ kind }) => kind === 'tour'),
  });
}

function scopeOf({ kind, tour }: TourRecord): string {
  return officeKinds.includes(kind) ? officeScope : tour;
}

function heldRecord(store: Store, row: RecordRow): HeldRecord {
  const state = openState(store.seal, row.sealed);
  const value = project(state as RecordState & { readonly kind: RecordKind });
  return {
    kind: state.kind,
    scope: state.scope,
    deleted: row.deleted === 1,
    values: value === null ? {} : valuesOfRecord(value),
  };
}

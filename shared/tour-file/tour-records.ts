import { z } from 'zod';
import { idSchema } from '../ids/id';
import { type Json, jsonSchema } from '../json';
import { recordKinds } from '../records/record-schemas';
import type { Cell } from '../tables/workbook';
import { type RecordValues, editsOfTourFile } from './edits-of-tour-file';
import type { TourFile } from './tour-file';
import { tourFileLists } from './tour-file-lists';

/** A record of a tour file; `given` are the fields that the file itself names, the others hold their defaults. */
export interface TourRecord extends RecordValues {
  readonly given: readonly string[];
}

const recordSchema = z.object({
  kind: z.enum(recordKinds),
  id: idSchema,
  tour: idSchema,
  values: z.record(z.string(), jsonSchema),
  given: z.array(z.string()),
});

/** The records of a checked file, the register first, so that nothing ever points at what is not there. */
export function tourRecords(file: TourFile, raw: unknown): readonly TourRecord[] {
  const written = writtenFields(raw);
  return editsOfTourFile(file).map((edit) => ({
    ...edit,
    given: Object.keys(edit.values).filter((name) => {
      const own = written.get(edit.id);
      // Checklists from before XLSForm have `items` where we have rows.
      return own === undefined || own.has('items') || own.has(name.split('.')[0] ?? name);
    }),
  }));
}

/** As cells: what was read travels to the window like the rows of a table. */
export function rowOfTourRecord(record: TourRecord): Cell[] {
  return [JSON.stringify(record)];
}

/** Null for a row that no reader of ours writes. */
export function tourRecordOfRow([cell]: readonly Cell[]): TourRecord | null {
  try {
    const read = recordSchema.safeParse(JSON.parse(String(cell)));
    return read.success ? read.data : null;
  } catch {
    // No JSON: a row of some other table.
    return null;
  }
}

function isRecord(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

function writtenFields(raw: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const file = (raw ?? {}) as Readonly<Record<string, Json>>;
  const records = [file['tour'], ...Object.keys(tourFileLists).flatMap((list) => file[list] ?? [])];
  return new Map(
    records.flatMap((record) =>
      isRecord(record) ? [[record.id, new Set(Object.keys(record))] as const] : [],
    ),
  );
}

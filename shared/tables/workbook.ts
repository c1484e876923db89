import { z } from 'zod';

/** A cell as the reader found it; dates come as "YYYY-MM-DD" or "HH:mm" text, so that nothing depends on a time zone. */
export const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export type Cell = z.infer<typeof cellSchema>;

/** Rows and cells are counted from 0 here and from 1 (and A) in what people read. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Not shown by the program that wrote it; importers look at such sheets last. */
  readonly hidden?: boolean;
  /** Addresses ("C5") of formulas without a stored result: the cell reads as empty and is a fault where it is needed. */
  readonly uncalculated?: readonly string[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/** A cell as the reader found it; dates come as "YYYY-MM-DD" or "HH:mm" text, so that nothing depends on a time zone. */
export type Cell = string | number | boolean | null;

/** Rows and cells are counted from 0 here and from 1 (and A) in what people read. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

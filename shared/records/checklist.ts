import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

/** No more than a workbook that Xunji writes and reads again may hold (table-limits.ts), its heads included. */
export const checklistLimits = {
  cell: 32_767,
  columns: 100,
  survey: 5_000,
  choices: 19_999,
  lists: 17,
  listRows: 19_999,
  /** Of a sheet that goes along unused. */
  otherRows: 2_000,
} as const;

const cellSchema = z.string().max(checklistLimits.cell);
const columnSchema = z.string().min(1).max(255);

/** One row of a sheet by the names of its columns, as written there; empty cells are left out. */
export const rowSchema = z
  .record(columnSchema, cellSchema)
  .refine((row) => Object.keys(row).length <= checklistLimits.columns);

/** A sheet or CSV file that goes along as it is: its columns and its rows, a cell for each column. */
export const tableSchema = z.object({
  columns: z.array(z.string().max(255)).max(checklistLimits.columns),
  rows: z.array(z.array(cellSchema).max(checklistLimits.columns)).max(checklistLimits.listRows),
});

const tablesSchema = z
  .record(z.string().min(1).max(200), tableSchema)
  .refine((tables) => Object.keys(tables).length <= checklistLimits.lists);

/**
 * 检查表: an XLSForm, row by row (https://xlsform.org/en/ref-table/). What Xunji does not support stays in the rows, so that
 * an export has it again. A published version is a record of its own and never changes; `family` joins the versions and is
 * empty where the record is the first of its family.
 */
export const checklistSchema = z.object({
  id: idSchema,
  family: refSchema.default(''),
  title: z.string().default(''),
  version: z.string().default('1'),
  draft: z.boolean().default(false),
  survey: z.array(rowSchema).max(checklistLimits.survey).default([]),
  choices: z.array(rowSchema).max(checklistLimits.choices).default([]),
  settings: rowSchema.default({}),
  /** The lists of select_one_from_file, by file name ("districts.csv"). */
  lists: tablesSchema.default({}),
  /** Sheets of the workbook that Xunji does not use, by name. */
  otherSheets: tablesSchema.default({}),
  deleted: z.boolean().default(false),
});

export type Row = Readonly<z.infer<typeof rowSchema>>;
export type Table = Readonly<z.infer<typeof tableSchema>>;
export type Checklist = Readonly<z.infer<typeof checklistSchema>>;

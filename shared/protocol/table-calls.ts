import { z } from 'zod';
import { idSchema } from '../ids/id';
import { cellSchema } from '../tables/workbook';
import { tableLimits } from '../tables/table-limits';

/** What a table is opened for: it words the dialog and chooses what it offers. */
export const tablePurposes = [
  'itinerary',
  'people',
  'units',
  'sites',
  'xlsform',
  'list',
  'tourFile',
] as const;
export const tableFormats = ['xlsx', 'csv'] as const;

/** About how many characters one call carries, a cell counting as 20: the window reads an answer between two frames. */
export const sizePerCall = 200_000;

const rowsSchema = z.array(z.array(cellSchema));

/** Tables that come in and go out; see renderer/data/open-table.ts and save-table.ts. */
export const tableCalls = {
  /** Asks the user for a file and reads it; its rows are fetched with `tables.rows`. Only the last one opened is kept. */
  'tables.open': {
    input: z.object({
      purpose: z.enum(tablePurposes),
      /** A file that was dropped on the window instead of chosen. */
      dropped: z
        .object({
          name: z.string().max(255),
          bytes: z
            .instanceof(Uint8Array)
            .refine(({ byteLength }) => byteLength <= tableLimits.megabytes << 20),
        })
        .optional(),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('canceled') }),
      z.object({
        kind: z.literal('read'),
        file: z.string(),
        table: idSchema,
        sheets: z.array(
          z.object({
            name: z.string(),
            rows: z.number().int().nonnegative(),
            hidden: z.boolean(),
            uncalculated: z.array(z.string()),
          }),
        ),
      }),
    ]),
  },
  /** The rows of a sheet from `from` on, as many as one call carries; at least one where there is one. */
  'tables.rows': {
    input: z.object({
      table: idSchema,
      sheet: z.number().int().nonnegative(),
      from: z.number().int().nonnegative(),
    }),
    output: z.object({ rows: rowsSchema }),
  },
  /** Saves sheets where the user chooses. The first row of each is its header. A CSV file has one sheet. */
  'tables.save': {
    input: z.object({
      name: z.string().max(200),
      sheets: z
        .array(z.object({ name: z.string().max(200), rows: rowsSchema.max(tableLimits.rows) }))
        .min(1)
        .max(tableLimits.sheets),
      format: z.enum(tableFormats),
    }),
    output: z.object({ kind: z.enum(['canceled', 'written']), name: z.string() }),
  },
} as const;

export type TablePurpose = (typeof tablePurposes)[number];
export type TableFormat = (typeof tableFormats)[number];

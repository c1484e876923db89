import { z } from 'zod';

/** What is wrong with one cell: `row` from 1 as the spreadsheet shows it, `column` its letter ("C"); 0 and "" where the whole sheet is meant. */
export const cellFaultSchema = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string(),
  zh: z.string(),
  en: z.string(),
});

export type CellFault = Readonly<z.infer<typeof cellFaultSchema>>;

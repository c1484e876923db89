import { z } from 'zod';

const daySchema = z.iso.date();

/** A date as somebody wrote it. `from` and `to` stay null while the year is not known; `basis` says what an inference rests on. */
export const partialDateSchema = z.object({
  asWritten: z.string().default(''),
  from: daySchema.nullable().default(null),
  to: daySchema.nullable().default(null),
  basis: z.string().default(''),
});

export type PartialDate = Readonly<z.infer<typeof partialDateSchema>>;

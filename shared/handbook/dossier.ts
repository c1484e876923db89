import { z } from 'zod';
import { idSchema } from '../ids/id';

const linesSchema = z.array(z.string().max(4000)).max(200);

/** What earlier visits left about the site of one stop, in words that are ready to be printed. */
export const dossierSchema = z.object({
  stop: idSchema,
  visits: linesSchema.default([]),
  issues: linesSchema.default([]),
  matters: linesSchema.default([]),
});

export type Dossier = Readonly<z.infer<typeof dossierSchema>>;

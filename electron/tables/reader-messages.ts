import { z } from 'zod';
import { problemSchema } from '../../shared/problems';
import { cellSchema } from '../../shared/tables/workbook';

/** What goes to a reader: one file; the next one after its answer. */
export const readerTaskSchema = z.object({
  file: z.string(),
  bytes: z.instanceof(Uint8Array),
  as: z.enum(['tables', 'tour']).default('tables'),
});

/** What a reader says: that it can begin, the sheets with their rows in pieces, and how it ended. */
export const readerReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('sheet'),
    name: z.string(),
    hidden: z.boolean(),
    uncalculated: z.array(z.string()),
  }),
  z.object({ kind: z.literal('rows'), rows: z.array(z.array(cellSchema)) }),
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('problem'), problem: problemSchema }),
]);

export type ReaderReply = z.infer<typeof readerReplySchema>;

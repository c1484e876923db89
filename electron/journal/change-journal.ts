import { type Outcome, fail, succeed } from '../../shared/outcome';
import type { Journal } from '../../shared/node/journal';
import { type BridgeInput, type JournalEntry, journalEntrySchema } from '../../shared/protocol/bridge';
import { diskProblem } from '../files/disk-problem';

export interface ChangeJournal {
  append(input: BridgeInput<'journal.append'>): Promise<Outcome<{ sequence: number }>>;
  read(after: number, limit: number): Promise<readonly JournalEntry[]>;
}

/** The laptop's journal: one entry per change, with where it came from. */
export function changeJournal(journal: Journal): ChangeJournal {
  return {
    async append({ origin, changes }) {
      try {
        const payloads = changes.map((change) => Buffer.from(JSON.stringify({ origin, change })));
        return succeed({ sequence: await journal.append(payloads) });
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
    async read(after, limit) {
      const records = await journal.read(after, limit);
      return records.map(({ sequence, payload }) =>
        journalEntrySchema.parse({
          ...(JSON.parse(Buffer.from(payload).toString('utf8')) as object),
          sequence,
        }),
      );
    },
  };
}

import { type Outcome, fail, succeed } from '../../shared/outcome';
import type { Journal } from '../../shared/node/journal';
import { errorCode } from '../../shared/node/durable-file';
import { type BridgeInput, type JournalEntry, journalEntrySchema } from '../../shared/protocol/bridge';
import { diskProblem } from '../files/disk-problem';

export interface ChangeJournal {
  append(input: BridgeInput<'journal.append'>): Promise<Outcome<{ sequence: number }>>;
  read(after: number, limit: number): Promise<readonly JournalEntry[]>;
}

/**
 * The laptop's journal: one entry per change, with where it came from. On a full disk `makeRoom` is asked to give back what was
 * set aside; where it did, the changes are written after all.
 */
export function changeJournal(journal: Journal, makeRoom: () => Promise<boolean>): ChangeJournal {
  async function write(payloads: readonly Uint8Array[]): Promise<number> {
    try {
      return await journal.append(payloads);
    } catch (error) {
      if (errorCode(error) !== 'ENOSPC' || !(await makeRoom())) throw error;
      return journal.append(payloads);
    }
  }

  return {
    async append({ origin, changes }) {
      try {
        const payloads = changes.map((change) => Buffer.from(JSON.stringify({ origin, change })));
        return succeed({ sequence: await write(payloads) });
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

import { changeText } from '../../shared/changes/change-text';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import type { Journal, JournalRecord } from '../../shared/node/journal';
import { problem } from '../../shared/problems';
import type { BridgeInput, JournalEntry } from '../../shared/protocol/bridge';
import { journalEntrySchema } from '../../shared/protocol/journal-calls';
import { diskProblem } from '../files/disk-problem';
import { findWaiting } from './find-waiting';
import { type FoundChange, foundChange } from './found-change';

export interface NamedChange {
  readonly id: string;
  readonly sequence: number;
}

export interface ChangeJournal {
  append(input: BridgeInput<'journal.append'>): Promise<Outcome<{ sequence: number }>>;
  read(after: number, limit: number): Promise<readonly JournalEntry[]>;
  /**
   * Writes what waits here of these changes once more, at the end: hubs and receivers of bundles are past its first place. What came from the server
   * since, or was taken back, is not. Not written where there is no room for it.
   */
  tellAgain(ids: readonly string[]): Promise<Outcome<null>>;
  /** Those of these changes that stand here as local ones and as nothing else later. */
  waiting(ids: readonly string[]): Promise<readonly string[]>;
  /** The changes of these names, in their order; null where one of them is not what the journal has there. */
  find(named: readonly NamedChange[]): Promise<readonly FoundChange[] | null>;
  /** Of the last entry. */
  sequence(): number;
}

/** A change from the server is written into the journal, and into the window's database as record and history. */
const writtenTimes = 4;

/**
 * The laptop's journal: one entry per change, with where it came from. `makeRoom` is asked before each append, and gives back
 * what was set aside when the disk is full; where that did not help, nothing is written. What comes from others is there once more
 * and can wait: it stops while there is still room for what people type (`hasRoomForOthers`).
 */
export function changeJournal(
  journal: Journal,
  makeRoom: () => Promise<boolean>,
  hasRoomForOthers: (bytes: number) => Promise<boolean> = makeRoom,
): ChangeJournal {
  return {
    async append({ origin, changes }) {
      try {
        const payloads = changes.map((change) =>
          Buffer.from(`{"origin":"${origin}","change":${changeText(change)}}`),
        );
        const bytes = payloads.reduce((sum, payload) => sum + payload.length, 0);
        const hasRoom = origin === 'remote' ? hasRoomForOthers(bytes * writtenTimes) : makeRoom();
        if (!(await hasRoom)) return fail(problem('disk.full'));
        return succeed({ sequence: await journal.append(payloads) });
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
    async tellAgain(ids) {
      try {
        const texts = [...(await findWaiting(journal, ids)).values()];
        if (texts.length === 0) return succeed(null);
        if (!(await makeRoom())) return fail(problem('disk.full'));
        await journal.append(texts.map((text) => Buffer.from(againText(text))));
        return succeed(null);
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
    waiting: async (ids) => [...(await findWaiting(journal, ids)).keys()],
    sequence: () => journal.sequence,
    async find(named) {
      const found: FoundChange[] = [];
      // What was typed in one go lies in one stretch; a page ends where its bytes do.
      let page: readonly JournalRecord[] = [];
      let place = 0;
      for (const { id, sequence } of named) {
        if (page[place]?.sequence !== sequence) {
          page = await journal.read(sequence - 1, named.length);
          place = 0;
        }
        const record = page[place];
        const change = record?.sequence === sequence ? foundChange(record.payload) : null;
        if (change?.id !== id) return null;
        found.push(change);
        place += 1;
      }
      return found;
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

function againText(change: string): string {
  return `{"origin":"local","again":true,"change":${change}}`;
}

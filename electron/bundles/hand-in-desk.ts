import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { BridgeOutput } from '../../shared/protocol/bridge';
import { diskProblem } from '../files/disk-problem';
import type { Connection } from '../sync/sync-client';
import { type CarriedPage, readPage } from './carried-pages';
import { type HandedIn, handInNext, withHandedIn } from './hand-in';
import type { Bundles } from './open-bundles';
import { wordsOnPage } from './words-on-page';

interface HandInDesk {
  /** The next page, as it was answered; until `taken` says that the window has the answer, the same page comes again. */
  next(): Promise<Outcome<BridgeOutput<'bundles.handIn'>>>;
  taken(handed: string): Promise<Outcome<Record<string, never>>>;
}

/** Hands pages in for the window, one by one. */
export function handInDesk(
  bundles: Pick<Bundles, 'state' | 'carried' | 'left' | 'withheld'>,
  connection: Connection,
  newId: () => string,
): HandInDesk {
  const { state, carried, left } = bundles;
  let handed: { readonly id: string; readonly page: CarriedPage; readonly came: HandedIn } | null = null;

  async function note({ name, text }: CarriedPage, came: HandedIn): Promise<void> {
    await state.change(({ log }) => ({ log: withHandedIn(log, name.split('.')[0] ?? '', came) }));
    if (came.isParked) return carried.park(name);
    // Nobody has judged it yet: whose words it has must be known until then.
    const page = came.by === 'courier' ? readPage(text) : null;
    if (page) await left.keep(name, wordsOnPage(page));
    await carried.drop(name);
  }

  return {
    async next() {
      const answered = await handInNext(connection, bundles);
      if (!answered.ok) return answered;
      if (!answered.value) return succeed({ page: null });
      const { page, came } = answered.value;
      handed = { id: newId(), page, came };
      return succeed({ page: { handed: handed.id, settled: came.settled, refused: came.refused } });
    },
    async taken(id) {
      const one = handed;
      if (one?.id !== id) return fail(problem('internal.bug'));
      handed = null;
      try {
        await note(one.page, one.came);
        return succeed({});
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
  };
}

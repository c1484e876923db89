import type { PGlite } from '@electric-sql/pglite';
import type { DatabaseOptions } from './database-options';
import type { IntakeJournal } from './intake-journal';
import type { SettledCopies } from './settled-copies';

/** Fewer frames than these are applied more quickly than they are copied. */
const fewest = 64;

/** A copy is due when the journal has grown by this part of what the last one holds, so that a log of any size is copied a few dozen times. */
const growth = 1 / 8;

/** So long nobody writes before a copy that is due is begun: it writes as much as the whole database is, and holds up who hands in meanwhile. */
const quietMillis = 2000;

/** Where nobody is quiet for so long, it is begun when the journal has grown by this many times as much. */
const rush = 3;

export interface Settling {
  /** To be called when the journal has grown: where a copy is due one is begun behind what goes on, as soon as that rests a moment. */
  look(): void;
  /** Takes the copies there are away, since they hold what was dropped; the next look begins another one where one is due. */
  renew(): Promise<void>;
  /** Resolves when no copy is under way; none is begun afterwards. */
  end(): Promise<void>;
}

/**
 * Keeps the end of the journal short that a start after a kill or a power cut has to apply. `settled`: how much of it the last copy holds.
 * `onDead`: the database ended in its checkpoint (a full disk, for instance) and would answer nobody until the next start.
 */
export function settleInTime(
  copies: SettledCopies,
  cluster: PGlite,
  directory: string,
  intake: IntakeJournal,
  settled: number,
  { say, onDead }: Pick<DatabaseOptions, 'say'> & { onDead(error: unknown): void },
): Settling {
  let last = settled;
  let hasEnded = false;
  let underWay: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  function isDue(times: number): boolean {
    return intake.length - last >= Math.max(fewest, last * growth) * times;
  }

  function begin(): void {
    clearTimeout(timer);
    if (isDue(1) && !hasEnded) underWay ??= settle();
  }

  async function settle(): Promise<void> {
    try {
      const taken = await copies.take(cluster, directory);
      // Where there is no room the journal has everything, and a start only takes longer: it is tried again when that has grown.
      last = taken.ok ? taken.value.frames : intake.length;
      if (!taken.ok) say(taken.problem);
    } catch (error) {
      last = intake.length;
      await cluster.query('select 1').catch(() => onDead(error));
    }
    underWay = null;
    // What came meanwhile may be the last of a rush: nothing else would look.
    look();
  }

  function look(): void {
    if (isDue(rush)) return begin();
    clearTimeout(timer);
    if (isDue(1) && !hasEnded) timer = setTimeout(begin, quietMillis).unref();
  }

  async function renew(): Promise<void> {
    if (underWay) {
      await underWay;
      // Another one may have been begun since: between this look and the next line nothing can.
      return renew();
    }
    const dropping = copies.drop().then(() => {
      last = 0;
    });
    // A copy that was begun meanwhile would be taken away in part, and named as if it were whole.
    underWay = dropping
      .catch(() => undefined)
      .finally(() => {
        underWay = null;
      });
    await dropping;
  }

  return {
    look,
    renew,
    async end() {
      hasEnded = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}

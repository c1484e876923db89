import type { Change } from '../../shared/changes/change';
import { type Target, makeChange } from '../../shared/changes/make-change';
import type { Json } from '../../shared/json';
import type { Outcome } from '../../shared/outcome';
import type { ReadReply } from '../../shared/sync/read-reply';
import { catchUp } from '../../shared/sync/catch-up';
import { type Question, exchangeOnce } from '../../shared/sync/exchange-once';
import { exchangeWithHub } from '../../shared/sync/exchange-with-hub';
import { bringAgain, putAway } from '../../shared/sync/put-away';
import { removeLost } from '../../shared/sync/remove-lost';
import { type Bundle, takeBundle } from './take-bundle';
import { type LaptopDisk, type LaptopFaults, type MemoryLaptop, makeMemoryLaptop } from './memory-laptop';
import { type Thread, type Threads, makeThreads } from './threads';

/** Who works on a laptop: where the time and the ids of his changes come from. */
export interface LaptopParts {
  readonly device: string;
  readonly clock: () => number;
  readonly random: (length: number) => Uint8Array;
  readonly faults: LaptopFaults;
}

export interface Edit {
  readonly target: Target;
  readonly values: Readonly<Record<string, Json>>;
}

type Ask = (question: Question, thread: Thread) => Promise<Outcome<ReadReply>>;

/** A laptop that is simulated: its disk, and the program that runs on it while it does not crash. */
export interface Laptop {
  readonly device: string;
  readonly memory: MemoryLaptop;
  readonly threads: Threads;
  /** What was shown as saved. */
  readonly saved: Change[];
  isExchanging(): boolean;
  save(edit: Edit): Promise<void>;
  exchange(ask: Ask): Promise<void>;
  exchangeWithHub(ask: Ask): Promise<void>;
  /** Puts a tour away, where the rule allows it, or has it again. */
  putAway(scope: string): Promise<void>;
  bringAgain(scope: string): Promise<void>;
  takeBundle(bundle: Bundle): Promise<void>;
  /** What the journal holds, and what is known to be at the server whose epoch this laptop goes by. */
  writeBundle(): Bundle;
  /** The program stops where it is, and starts again. */
  crash(part: number): Promise<void>;
}

export function makeLaptop(
  { device, clock, random, faults }: LaptopParts,
  disk: LaptopDisk,
  saved: Change[],
): Laptop {
  const memory = makeMemoryLaptop(disk, faults);
  const threads = makeThreads();
  let isWriting = false;
  let isExchanging = false;

  async function alone<T>(thread: Thread, task: () => Promise<T>): Promise<T> {
    await thread.step(() => !isWriting);
    isWriting = true;
    const result = await task();
    isWriting = false;
    return result;
  }

  function start(work: (thread: Thread) => Promise<void>): Promise<void> {
    return threads.start(async (thread) => {
      await thread.step();
      await work(thread);
    });
  }

  return {
    device,
    memory,
    threads,
    saved,
    isExchanging: () => isExchanging,
    save: ({ target, values }) =>
      start((thread) =>
        alone(thread, async () => {
          const store = memory.storeFor(thread);
          const author = { name: device, device, clock, random };
          const change = makeChange(author, target, disk.records.get(target.record), values);
          if (faults.savedFirst) saved.push(change);
          const written = await store.append('local', [change]);
          if (!written.ok) return;
          const place = { from: written.value - 1, sequence: written.value };
          await store.commit({ merge: { local: [change] }, place });
          if (!faults.savedFirst) saved.push(change);
        }),
      ),
    exchange(ask) {
      isExchanging = true;
      return start(async (thread) => {
        const outcome = await exchangeOnce(memory.storeFor(thread), {
          ask: (question) => ask(question, thread),
          queue: (task) => alone(thread, task),
          now: () => '',
        });
        // Whoever is asked says yes at once.
        if (outcome.ok && outcome.value.lost.length > 0)
          await alone(thread, async () => {
            const store = memory.storeFor(thread);
            await removeLost(store, (await store.readProgress()).lost);
          });
        isExchanging = false;
      });
    },
    exchangeWithHub(ask) {
      isExchanging = true;
      return start(async (thread) => {
        await exchangeWithHub(memory.storeFor(thread), {
          ask: (question) => ask(question, thread),
          queue: (task) => alone(thread, task),
          now: () => '',
        });
        isExchanging = false;
      });
    },
    putAway: (scope) =>
      start((thread) =>
        alone(thread, async () => {
          await putAway(memory.storeFor(thread), scope);
        }),
      ),
    bringAgain: (scope) =>
      start((thread) =>
        alone(thread, async () => {
          await bringAgain(memory.storeFor(thread), scope);
        }),
      ),
    takeBundle: (bundle) =>
      start((thread) =>
        alone(thread, async () => {
          // A receipt for what is just being queued again, for a restored server, would take it out again (schedule 896889).
          await takeBundle(memory.storeFor(thread), isExchanging ? { ...bundle, receipt: null } : bundle);
        }),
      ),
    writeBundle() {
      const { epoch } = disk.progress;
      const settled = [...disk.history.keys()].filter((id) => !disk.outbox.has(id) && !disk.refused.has(id));
      return {
        changes: disk.journal.map((entry) => entry.change),
        receipt: epoch === null ? null : { epoch, settled },
      };
    },
    async crash(part) {
      threads.abandon();
      memory.crash(part);
      isExchanging = false;
      isWriting = true;
      await start(async (thread) => {
        const store = memory.storeFor(thread);
        await catchUp(store, disk.progress.sequence);
        // An updated server may take what it refused before, and the record may have been removed meanwhile.
        const refused = [...disk.refused.values()].map(({ change }) => change);
        if (refused.length > 0)
          await store.commit({ merge: { local: refused }, settled: refused.map(({ id }) => id) });
        isWriting = false;
      });
    },
  };
}

/** Code of one process that stops before each of its steps until it is let on. Let on no more, it has crashed: nothing of it runs. */
export interface Thread {
  /** Stops here, until it is let on; with a condition, not before that holds. */
  step(isPossible?: () => boolean): Promise<void>;
}

/** Threads of a process, or of all; which of them goes on is chosen by who simulates, one step at a time. */
export interface Threads {
  /** Begins to run; `work` gets as far as its first step. */
  start(work: (thread: Thread) => Promise<void>): Promise<void>;
  /** How many could go on. */
  ready(): number;
  /** Lets the one at this place among those that could go on do its next step. */
  goOn(place: number): Promise<void>;
  /** The process dies: none of its threads goes on. */
  abandon(): void;
}

interface Waiting {
  readonly isPossible: () => boolean;
  readonly resume: () => void;
}

const always = () => true;

export function makeThreads(): Threads {
  let waiting: Waiting[] = [];
  /** Tells who let a thread on that it has stopped again, or ended. Exactly one thread runs at any time. */
  let stopped: () => void = () => {};
  let failure: { readonly error: unknown } | null = null;

  async function untilStopped(run: () => void): Promise<void> {
    const done = new Promise<void>((resolve) => (stopped = resolve));
    run();
    await done;
    if (failure) throw failure.error;
  }

  const thread: Thread = {
    step: (isPossible = always) =>
      new Promise((resume) => {
        waiting.push({ isPossible, resume });
        stopped();
      }),
  };

  return {
    start: (work) =>
      untilStopped(() => {
        work(thread).then(
          () => stopped(),
          (error: unknown) => {
            failure = { error };
            stopped();
          },
        );
      }),
    ready() {
      let count = 0;
      for (const { isPossible } of waiting) if (isPossible()) count += 1;
      return count;
    },
    goOn(place) {
      const chosen = waiting.filter(({ isPossible }) => isPossible())[place];
      if (!chosen) throw new Error('no such thread');
      waiting = waiting.filter((one) => one !== chosen);
      return untilStopped(chosen.resume);
    },
    abandon() {
      waiting = [];
    },
  };
}

/** A thread that never stops: for whoever wants no steps. */
export const freeThread: Thread = {
  async step(isPossible = always) {
    while (!isPossible()) await Promise.resolve();
  },
};

/** A file that is being fetched, from whoever has it. */
interface Arrival {
  /** Aborted once the file is taken off this disk: what still comes of it must not stay. */
  readonly stopped: AbortSignal;
  end(): void;
}

/** The files that are on their way here, so that none arrives after it was taken off the disk with its tour. */
export interface Arrivals {
  /** To be called before the first wait of whoever fetches. */
  begin(sha256: string): Arrival;
  /** To be called before what is here of it is looked for. */
  stop(sha256: string): void;
}

export function trackArrivals(): Arrivals {
  const running = new Set<{ readonly sha256: string; readonly controller: AbortController }>();
  return {
    begin(sha256) {
      const one = { sha256, controller: new AbortController() };
      running.add(one);
      return { stopped: one.controller.signal, end: () => void running.delete(one) };
    },
    stop(sha256) {
      for (const one of running) if (one.sha256 === sha256) one.controller.abort();
    },
  };
}

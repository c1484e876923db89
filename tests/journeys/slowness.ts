import { open } from 'node:fs/promises';
import { join } from 'node:path';

export interface Slowness {
  /** Ends the measurement; resolves with the worst delay in milliseconds. */
  stop(): Promise<number>;
}

/** What this machine adds at worst to a timer and a small durable write while a test runs: a peer that does nothing else. */
export async function measureSlowness(folder: string): Promise<Slowness> {
  const handle = await open(join(folder, 'peer'), 'w');
  const page = Buffer.alloc(4096, 1);
  let worst = 0;
  const stopper = new AbortController();
  const work = async () => {
    while (!stopper.signal.aborted) {
      const begun = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await handle.write(page, 0, page.length, 0);
      await handle.datasync();
      worst = Math.max(worst, performance.now() - begun - 50);
    }
  };
  const done = work();
  return {
    async stop() {
      stopper.abort();
      await done;
      await handle.close();
      return worst;
    },
  };
}

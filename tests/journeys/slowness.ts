import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface Slowness {
  /** Ends the measurement; resolves with the worst delay in milliseconds. */
  stop(): Promise<number>;
}

const pauseMillis = 50;

/** What a save needs that finds another under way: its journal, its database, then the journal again. */
const durableWrites = 3;

const echo = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', (message) => parentPort.postMessage(message));`;

/**
 * What this machine adds at worst to what a save needs while a test runs: a timer, and durable writes, each asked of somebody
 * else. A peer that does nothing besides.
 */
export async function measureSlowness(folder: string): Promise<Slowness> {
  const handle = await open(join(folder, 'peer'), 'w');
  const other = new Worker(echo, { eval: true });
  const page = Buffer.alloc(4096, 1);
  let worst = 0;
  const stopper = new AbortController();
  const work = async () => {
    while (!stopper.signal.aborted) {
      const begun = performance.now();
      await new Promise((resolve) => setTimeout(resolve, pauseMillis));
      for (let write = 0; write < durableWrites; write += 1) {
        const answered = once(other, 'message');
        other.postMessage(write);
        await answered;
        await handle.write(page, 0, page.length, 0);
        await handle.datasync();
      }
      worst = Math.max(worst, performance.now() - begun - pauseMillis);
    }
  };
  await once(other, 'online');
  const done = work();
  return {
    async stop() {
      stopper.abort();
      await done;
      await handle.close();
      await other.terminate();
      return worst;
    },
  };
}

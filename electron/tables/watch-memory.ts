import { Worker } from 'node:worker_threads';

/** Of the whole process, heap and buffers and the program itself; what is taken between two looks comes on top. */
const mostBytes = 416 << 20;
const everyMillis = 10;

/**
 * Ends this process when it grows too large. A thread of its own looks, since the one that reads may not come up for air;
 * it is given as text, so that it loads nothing from the package that a virus scanner or an archive could withhold.
 */
export function watchMemory(): void {
  const watch = `setInterval(() => {
    if (process.memoryUsage.rss() > ${mostBytes}) process.kill(process.pid, 'SIGKILL');
  }, ${everyMillis});`;
  const thread = new Worker(watch, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } });
  // Without its watch a reader must not read.
  thread.on('error', () => process.exit(1));
}

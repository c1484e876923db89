import { watchMemory } from '../../../electron/tables/watch-memory';

/** Takes buffers until it is ended, or has taken two thirds of a gigabyte; says after each how large it is. */
const isWatched = process.env['UNWATCHED'] === undefined;
if (isWatched) watchMemory();
const taken: Buffer[] = [];
process.send?.({ kind: 'ready' });
process.on('message', () => {
  while (taken.length < 170) {
    taken.push(Buffer.alloc(4 << 20, 1));
    process.send?.({ megabytes: process.memoryUsage.rss() / (1 << 20) });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
  }
  process.send?.({ kind: 'done' });
});

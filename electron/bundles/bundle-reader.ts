import { nodeFileSystem } from '../../shared/node/file-system';
import { watchMemory } from '../tables/watch-memory';
import { peekParts } from './peek-parts';
import { type BundleReply, bundleTaskSchema } from './reader-messages';
import { unpackBundle } from './unpack-bundle';

/**
 * The process that reads bundles of others, and nothing else: one task, one answer. It writes into the spool folder that it was
 * given. Runs as Electron's utility process and as a plain
 * child of Node.
 */

/** Said after so many bytes, so that main is not busy with hearing it. */
const tellEvery = 8 << 20;

const port = process.parentPort as NodeJS.Process['parentPort'] | undefined;

watchMemory();
if (port === undefined) {
  process.on('message', (message) => void answer(message));
  process.on('disconnect', () => process.exit(0));
} else port.on('message', ({ data }) => void answer(data));
say({ kind: 'ready' });

async function answer(message: unknown): Promise<void> {
  const task = bundleTaskSchema.parse(message);
  if (task.kind === 'peek') return say({ kind: 'done', value: await peekParts(nodeFileSystem, task.files) });
  let untold = 0;
  const value = await unpackBundle(nodeFileSystem, task, (bytes) => {
    untold += bytes;
    if (untold < tellEvery) return;
    say({ kind: 'bytes', bytes: untold });
    untold = 0;
  });
  say({ kind: 'done', value });
}

function say(reply: BundleReply): void {
  if (port === undefined) process.send?.(reply);
  else port.postMessage(reply);
}

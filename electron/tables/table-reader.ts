import { parseTables } from './parse-tables';
import { parseTour } from './parse-tour';
import { type ReaderReply, readerTaskSchema } from './reader-messages';
import { watchMemory } from './watch-memory';

/**
 * The process that reads files of others, and nothing else: it is given bytes, not paths, and answers with cells. It is
 * killed when it takes too long and ends itself when it takes too much memory. Runs as Electron's utility process and as a
 * plain child of Node.
 */

/** Few enough that main takes a piece between two calls of the window. */
const cellsPerMessage = 20_000;

const port = process.parentPort as NodeJS.Process['parentPort'] | undefined;

watchMemory();
if (port === undefined) {
  process.on('message', receive);
  process.on('disconnect', () => process.exit(0));
} else port.on('message', ({ data }) => receive(data));
say({ kind: 'ready' });

function receive(message: unknown): void {
  void answer(message);
}

async function answer(message: unknown): Promise<void> {
  const task = readerTaskSchema.parse(message);
  const read = task.as === 'tour' ? parseTour(task) : await parseTables(task);
  if (!read.ok) return say({ kind: 'problem', problem: read.problem });
  for (const { name, rows, hidden = false, uncalculated = [] } of read.value.sheets) {
    say({ kind: 'sheet', name, hidden, uncalculated: [...uncalculated] });
    const step = Math.max(1, Math.floor(cellsPerMessage / Math.max(1, rows[0]?.length ?? 1)));
    for (let from = 0; from < rows.length; from += step)
      say({ kind: 'rows', rows: rows.slice(from, from + step).map((row) => [...row]) });
  }
  say({ kind: 'done' });
}

function say(reply: ReaderReply): void {
  if (port === undefined) process.send?.(reply);
  else port.postMessage(reply);
}

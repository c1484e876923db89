import { join } from 'node:path';
import { errorCode } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { decodeFrame, findFrame } from '../../shared/node/journal-frame';
import { decodeHeader, headerBytes } from '../../shared/node/journal-segment';
import { type Problem, problem } from '../../shared/problems';

/**
 * Reads every entry of the intake journal before it is opened: nothing may be missing from the first to the last.
 * Only the end of a file may be torn, by a power cut in an append that nobody was told had succeeded.
 */
export async function checkIntake(directory: string, fileSystem: FileSystem): Promise<Problem | null> {
  const names = (await listJournal(directory, fileSystem)).sort();
  let expected = 1;
  for (const name of names) {
    const file = join(directory, name);
    const bytes = await fileSystem.readFile(file);
    const isLast = name === names.at(-1);
    const header = decodeHeader(bytes);
    // A file that was being begun: header torn, nothing behind it.
    if (header === null && isLast && findFrame(bytes, 0) === null) return null;
    if (header === null || header.first !== expected) return problem('journal.damaged', { file, offset: 0 });
    const { end, next } = walk(bytes, expected);
    // Bytes behind the last entry are a torn append; had there been an entry, the next file's first sequence would tell.
    if (findFrame(bytes, end) !== null) return problem('journal.damaged', { file, offset: end });
    expected = next;
  }
  return null;
}

/** Follows sound entries in sequence; where they end, and which sequence would come next. */
function walk(bytes: Buffer, first: number): { readonly end: number; readonly next: number } {
  let end = headerBytes;
  let next = first;
  for (let frame = decodeFrame(bytes, end); frame?.sequence === next; frame = decodeFrame(bytes, end)) {
    end = frame.end;
    next += 1;
  }
  return { end, next };
}

async function listJournal(directory: string, fileSystem: FileSystem): Promise<string[]> {
  try {
    return (await fileSystem.readdir(directory)).filter((name) => name.endsWith('.journal'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

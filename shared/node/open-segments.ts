import { join } from 'node:path';
import { makeDirectoryDurably, renameDurably, syncDirectory } from './durable-file';
import type { FileSystem } from './file-system';
import { findFrame } from './journal-frame';
import { type SegmentHeader, decodeHeader, encodeHeader, headerBytes } from './journal-segment';

/** One file of a journal. */
export interface Segment {
  readonly path: string;
  /** The sequence of its first entry. */
  readonly first: number;
}

interface JournalPlace {
  readonly directory: string;
  readonly fileSystem: FileSystem;
  /** The id of the journal if it has to be made. */
  readonly newGeneration: string;
}

/** The files of the journal in a directory, in their order, the first one made where there is none. Puts right what their headers lack. */
export async function openSegments(
  place: JournalPlace,
): Promise<{ readonly segments: Segment[]; readonly generation: string }> {
  const { directory, fileSystem } = place;
  await makeDirectoryDurably(fileSystem, directory);
  const segments: Segment[] = [];
  const headless: Segment[] = [];
  let generation = place.newGeneration;
  for (const name of (await fileSystem.readdir(directory))
    .filter((file) => file.endsWith('.journal'))
    .sort()) {
    const path = join(directory, name);
    const header = await readHeader(fileSystem, path);
    if (header === null) {
      await dropUnreadable(fileSystem, path);
      continue;
    }
    segments.push({ path, first: header.first });
    if (header.generation) generation = header.generation;
    else headless.push({ path, first: header.first });
  }
  for (const { path, first } of headless) await writeHeader(fileSystem, path, { generation, first });
  if (segments.length === 0) segments.push(await beginSegment(place, generation, 1));
  return { segments, generation };
}

/** Begins the file of the entries from `first` on. */
export async function beginSegment(
  { directory, fileSystem }: Pick<JournalPlace, 'directory' | 'fileSystem'>,
  generation: string,
  first: number,
): Promise<Segment> {
  const path = join(directory, `${String(first).padStart(16, '0')}.journal`);
  const handle = await fileSystem.open(path, 'w');
  try {
    await handle.writeFile(encodeHeader({ generation, first }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncDirectory(fileSystem, directory);
  return { path, first };
}

/** What was cut off from the journal's files, and files in which nothing was sound. */
export async function dropSetAside({
  directory,
  fileSystem,
}: Pick<JournalPlace, 'directory' | 'fileSystem'>): Promise<void> {
  const names = (await fileSystem.readdir(directory)).filter((name) => setAside.test(name));
  for (const name of names) await fileSystem.rm(join(directory, name), { force: true });
  if (names.length > 0) await syncDirectory(fileSystem, directory);
}

const setAside = /^\d+\.journal\.(cut|damaged)$/;

/** The header of a file; with an empty generation where only the header is damaged, null where nothing in it is sound. */
async function readHeader(fileSystem: FileSystem, path: string): Promise<SegmentHeader | null> {
  const handle = await fileSystem.open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    const header = decodeHeader(buffer.subarray(0, bytesRead));
    if (header) return header;
  } finally {
    await handle.close();
  }
  const found = findFrame(await fileSystem.readFile(path), 0);
  return found && { generation: '', first: found.frame.sequence };
}

/** A power cut while a file was being begun leaves no more than a part of its header: nothing in it was ever acknowledged. */
async function dropUnreadable(fileSystem: FileSystem, path: string): Promise<void> {
  const { size } = await fileSystem.stat(path);
  if (size <= headerBytes) await fileSystem.unlink(path);
  else await renameDurably(fileSystem, path, `${path}.damaged`);
}

/** Over a damaged header: without one, the journal would count as another at every start. */
async function writeHeader(fileSystem: FileSystem, path: string, header: SegmentHeader): Promise<void> {
  const handle = await fileSystem.open(path, 'r+');
  try {
    await handle.write(encodeHeader(header), 0, headerBytes, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

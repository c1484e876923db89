import type { Seal } from '../sealing/seal';
import { writeDurably } from './durable-file';
import type { FileSystem } from './file-system';
import { encodeFrame, maxPayloadBytes } from './journal-frame';
import { encodeHeader, headerBytes, scanSegment } from './journal-segment';
import { type Segment, beginSegment, dropSetAside, openSegments } from './open-segments';

const segmentBytes = 32 << 20;

/** A read gives no further entry beyond this many bytes, since an answer must fit into one message. */
const pageBytes = 8 << 20;

export interface JournalOptions {
  readonly directory: string;
  readonly fileSystem: FileSystem;
  readonly seal: Seal;
  /** The id of this journal if it has to be made; an existing one keeps its own. */
  readonly newGeneration: string;
  /** A new file is begun when one grows beyond this many bytes. */
  readonly segmentBytes?: number;
}

export interface JournalRecord {
  readonly sequence: number;
  readonly payload: Uint8Array;
}

/**
 * An append-only file of entries that are never changed: the second copy of everything typed, and the server's intake.
 * An append resolves when its bytes are on disk (fdatasync); appends that wait at the same time share one.
 */
export interface Journal {
  readonly generation: string;
  /** The sequence of the last entry; 0 in an empty journal. */
  readonly sequence: number;
  /** Bytes that are no entry although sound entries follow: damage, not a torn append. Known of the files read so far. */
  readonly damagedBytes: number;
  /** Resolves with the sequence of the last payload. Rejects with a RangeError where a payload is too large to be read again, else with the system's error; then nothing was appended. */
  append(payloads: readonly Uint8Array[]): Promise<number>;
  /** At most `limit` entries with a sequence above `after`, in order; fewer where they are large, none only at the end. */
  read(after: number, limit: number): Promise<readonly JournalRecord[]>;
  /**
   * Takes entries up to now off the disk: `remake` gives what is left of each, its payload itself where that is all of it, null where the entry
   * goes. All others keep their sequences, and the next one is given as if nothing had gone. Each file is there as it was or as it shall
   * be, whatever stops in between: doing it again does the rest. What earlier starts cut off or set aside of damaged files goes as a whole: nobody can
   * say any more what it holds.
   */
  rewrite(remake: (record: JournalRecord) => Uint8Array | null): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly payloads: readonly Uint8Array[];
  resolve(sequence: number): void;
  reject(error: unknown): void;
}

/** Opens or makes the journal in a directory. Cuts off a torn append at its end; throws what the file system throws. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { fileSystem, seal } = options;
  const limit = options.segmentBytes ?? segmentBytes;
  const { segments, generation } = await openSegments(options);

  let last = segments.at(-1) as Segment;
  const lastBytes = await fileSystem.readFile(last.path);
  const tail = scanSegment(lastBytes);
  let sequence = tail.frames.at(-1)?.sequence ?? last.first - 1;
  let offset = tail.end;
  const damaged = new Map([[last.path, tail.damagedBytes]]);
  // A torn append looks like a damaged last entry: what is cut off is kept beside the journal.
  if (offset < lastBytes.length)
    await writeDurably(fileSystem, `${last.path}.cut`, lastBytes.subarray(offset));
  let handle = await fileSystem.open(last.path, 'r+');
  await handle.truncate(offset);

  const waiting: Waiting[] = [];
  /** Whether bytes of a failed append may still lie behind `offset`. */
  let torn = false;
  /** Whether the next write begins a file, so that those before it are written to no more. */
  let isRolling = false;
  let flushing: Promise<void> | null = null;
  let cache: {
    readonly path: string;
    readonly end: number;
    readonly records: readonly JournalRecord[];
  } | null = null;

  /** What came after the last look at the queue, and before the flush had ended, must not wait for the next append. */
  function beginFlush(): void {
    flushing ??= flush().finally(() => {
      flushing = null;
      if (waiting.length > 0) beginFlush();
    });
  }

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      try {
        await write(batch);
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    if (torn) await handle.truncate(offset);
    torn = false;
    if ((offset > limit || isRolling) && offset > headerBytes) await roll();
    isRolling = false;
    let next = sequence;
    const ends: number[] = [];
    const frames: Uint8Array[] = [];
    for (const one of batch) {
      for (const payload of one.payloads) frames.push(encodeFrame((next += 1), seal.seal(payload)));
      ends.push(next);
    }
    const bytes = Buffer.concat(frames);
    try {
      await writeAll(handle, bytes, offset);
      await handle.datasync();
    } catch (error) {
      // What was half written must not stand between sound entries: it goes before anything else is written, at once if it can,
      // or the next start would count whole entries of what was refused.
      torn = true;
      await handle.truncate(offset).then(
        () => (torn = false),
        () => undefined,
      );
      throw error;
    }
    sequence = next;
    offset += bytes.length;
    batch.forEach((one, index) => one.resolve(ends[index] ?? next));
  }

  async function roll(): Promise<void> {
    const segment = await beginSegment(options, generation, sequence + 1);
    await handle.close();
    handle = await fileSystem.open(segment.path, 'r+');
    segments.push(segment);
    last = segment;
    offset = headerBytes;
  }

  async function rewriteSegment(
    { path, first }: Segment,
    remake: (record: JournalRecord) => Uint8Array | null,
  ): Promise<void> {
    const { frames } = scanSegment(await fileSystem.readFile(path));
    let isSame = true;
    const bytes = frames.flatMap(({ sequence, payload }) => {
      const whole = seal.open(payload);
      const left = remake({ sequence, payload: whole });
      if (left === whole) return [encodeFrame(sequence, payload)];
      isSame = false;
      return left === null ? [] : [encodeFrame(sequence, seal.seal(left))];
    });
    if (isSame) return;
    await writeDurably(fileSystem, path, Buffer.concat([encodeHeader({ generation, first }), ...bytes]));
    damaged.set(path, 0);
    if (cache?.path === path) cache = null;
  }

  async function recordsOf(segment: Segment): Promise<readonly JournalRecord[]> {
    const end = segment === last ? offset : 0;
    if (cache?.path === segment.path && cache.end === end) return cache.records;
    const bytes = await fileSystem.readFile(segment.path);
    // What lies behind is still being written, or was refused.
    const scan = scanSegment(end === 0 ? bytes : bytes.subarray(0, end));
    damaged.set(segment.path, scan.damagedBytes);
    const records = scan.frames.map((frame) => ({
      sequence: frame.sequence,
      payload: seal.open(frame.payload),
    }));
    cache = { path: segment.path, end, records };
    return records;
  }

  function append(payloads: readonly Uint8Array[]): Promise<number> {
    if (payloads.some((payload) => payload.byteLength > maxPayloadBytes >> 1))
      return Promise.reject(new RangeError('A journal entry would be too large to be read again.'));
    return new Promise((resolve, reject) => {
      waiting.push({ payloads, resolve, reject });
      beginFlush();
    });
  }

  return {
    generation,
    append,
    get sequence() {
      return sequence;
    },
    get damagedBytes() {
      return [...damaged.values()].reduce((sum, bytes) => sum + bytes, 0);
    },
    async read(after, limit) {
      const found: JournalRecord[] = [];
      let bytes = 0;
      const from = Math.max(
        0,
        segments.findLastIndex((segment) => segment.first <= after + 1),
      );
      for (const segment of segments.slice(from)) {
        for (const record of await recordsOf(segment)) {
          if (found.length === limit || bytes >= pageBytes) return found;
          if (record.sequence <= after) continue;
          found.push(record);
          bytes += record.payload.byteLength;
        }
      }
      return found;
    },
    async rewrite(remake) {
      isRolling = true;
      await append([]);
      for (const segment of segments.slice(0, -1)) await rewriteSegment(segment, remake);
      await dropSetAside(options);
    },
    async close() {
      await flushing;
      await handle.close();
    },
  };
}

async function writeAll(
  handle: Awaited<ReturnType<FileSystem['open']>>,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

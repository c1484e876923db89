import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BundleEntry, BundleManifest } from '../../shared/bundles/bundle-entry';
import type { Receipt } from '../../shared/bundles/receipt';
import { makeDirectoryDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import { diskProblem } from '../files/disk-problem';
import { AgeFailure, decryptAge } from './age-cipher';
import { EntryFailure } from './byte-reader';
import { mediumProblem } from './medium-problem';
import { readEntries } from './read-entries';
import { type FileHandle, readRange } from './read-range';
import { type VerifiedPart, verifyPart } from './verify-part';

export interface UnpackTask {
  /** All parts of one bundle, in any order; `file` is the name that problems tell. */
  readonly parts: readonly { readonly path: string; readonly file: string }[];
  readonly identity: string;
  /** What was verified and accepted before: the stick may hold another file by now. */
  readonly bundle: string;
  readonly signing: string;
  /** An empty folder on the computer's own disk. */
  readonly spool: string;
}

/** A page's place in the file of changes, how many it has, and what its writer signed of it. */
export interface UnpackedPage {
  readonly from: number;
  readonly length: number;
  readonly changes: number;
  readonly signature: string;
}

/** A bundle as it lies in its spool folder: pages of changes one after the other in one file, files by their hash. */
export interface Unpacked {
  readonly manifest: BundleManifest;
  readonly pages: readonly UnpackedPage[];
  readonly files: readonly { readonly sha256: string; readonly size: number }[];
  readonly receipts: readonly Receipt[];
}

export const pagesFile = 'changes.ndjson';

/** A problem of the computer's own disk, which is none of the stick. */
class OwnDisk extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/**
 * Decrypts a bundle into a spool folder. It succeeds only where every part was whole, signed by the expected key and still the same
 * at its end, every line was understood and every file had its hash: whatever is in the spool otherwise is thrown away by the caller.
 */
export async function unpackBundle(
  fileSystem: FileSystem,
  task: UnpackTask,
  onBytes: (bytes: number) => void = () => {},
): Promise<Outcome<Unpacked>> {
  const spool = await openSpool(fileSystem, task.spool);
  const opened: { readonly handle: FileHandle; readonly file: string }[] = [];
  let at = task.parts[0]?.file ?? '';
  try {
    const parts: (VerifiedPart & { readonly handle: FileHandle; readonly file: string })[] = [];
    for (const { path, file } of task.parts) {
      at = file;
      const handle = await fileSystem.open(path, 'r');
      opened.push({ handle, file });
      const { size } = await fileSystem.stat(path);
      const verified = await verifyPart(handle, { file, size, onBytes });
      if (!verified.ok) return verified;
      const { bundle, signing } = verified.value.header;
      if (bundle !== task.bundle || signing !== task.signing)
        return fail(problem('bundle.damaged', { file }));
      parts.push({ ...verified.value, handle, file });
    }
    parts.sort((a, b) => a.header.part - b.header.part);
    const missing = missingParts(parts.map(({ header }) => header));
    if (missing.length > 0) {
      return fail(
        problem('bundle.partMissing', {
          parts: parts[0]?.header.parts ?? 0,
          missing: missing.join('、'),
        }),
      );
    }
    for (const part of parts) {
      at = part.file;
      const unchanged = await unpackPart(part, task.identity, spool, onBytes);
      if (!unchanged) return fail(problem('bundle.damaged', { file: part.file }));
    }
    const unpacked = await spool.finish();
    return succeed(unpacked);
  } catch (error) {
    if (error instanceof OwnDisk) return fail(error.problem);
    if (error instanceof AgeFailure) return fail(problem('bundle.wrongReceiver', { file: at }));
    if (error instanceof EntryFailure) return fail(problem('bundle.invalid', { file: at }));
    return fail(mediumProblem(error, at));
  } finally {
    await spool.close();
    for (const { handle } of opened) await handle.close().catch(() => undefined);
  }
}

/** Which of the parts that the headers speak of are not among them. */
export function missingParts(
  headers: readonly { readonly part: number; readonly parts: number }[],
): readonly number[] {
  const all = Array.from({ length: headers[0]?.parts ?? 0 }, (_, index) => index + 1);
  return all.filter((part) => !headers.some((header) => header.part === part));
}

type Spool = Awaited<ReturnType<typeof openSpool>>;

/** False where the part is not any more what was verified. */
async function unpackPart(
  part: VerifiedPart & { readonly handle: FileHandle },
  identity: string,
  spool: Spool,
  onBytes: (bytes: number) => void,
): Promise<boolean> {
  const hash = createHash('sha256');
  async function* sealed() {
    for await (const bytes of readRange(part.handle, part.ageFrom, part.ageLength)) {
      hash.update(bytes);
      onBytes(bytes.length);
      yield bytes;
    }
  }
  const { bundle, part: number, parts } = part.header;
  await readEntries(decryptAge(sealed(), identity), {
    entry: async (entry) => {
      if (
        entry.entry === 'manifest' &&
        (entry.bundle !== bundle || entry.part !== number || entry.parts !== parts)
      )
        throw new EntryFailure('a manifest of another part');
      await spool.entry(entry);
      return true;
    },
    bytes: (piece) => spool.bytes(piece),
  });
  return hash.digest().equals(part.ageHash);
}

async function openSpool(fileSystem: FileSystem, folder: string) {
  const onDisk = async <T>(run: () => Promise<T>): Promise<T> =>
    run().catch((error: unknown) => {
      throw new OwnDisk(diskProblem(error));
    });
  await onDisk(() => makeDirectoryDurably(fileSystem, join(folder, 'files')));
  const lines = await onDisk(() => fileSystem.open(join(folder, pagesFile), 'w'));
  let manifest: BundleManifest | null = null;
  const pages: UnpackedPage[] = [];
  const files: { sha256: string; size: number }[] = [];
  const receipts: Receipt[] = [];
  let offset = 0;
  let file: FileBeingRead | null = null;

  async function beginFile(entry: BundleEntry & { readonly entry: 'file' }): Promise<void> {
    const { sha256, size, from, length } = entry;
    if (file === null ? from !== 0 : file.sha256 !== sha256 || file.size !== size || file.got !== from)
      throw new EntryFailure('a piece of a file at the wrong place');
    if (from + length > size || (length === 0 && size > 0))
      throw new EntryFailure('a file longer than it says');
    if (file === null) {
      const handle = await onDisk(() => fileSystem.open(join(folder, 'files', sha256), 'w'));
      file = { sha256, size, got: 0, handle, hash: createHash('sha256') };
    }
    if (size === 0) await endFile(file);
  }

  async function endFile({ sha256, size, handle, hash }: FileBeingRead): Promise<void> {
    file = null;
    await onDisk(() => handle.sync());
    await handle.close();
    if (hash.digest('hex') !== sha256) throw new EntryFailure('a file with another hash');
    files.push({ sha256, size });
  }

  return {
    async entry(entry: BundleEntry): Promise<void> {
      switch (entry.entry) {
        case 'manifest':
          manifest ??= entry;
          return;
        case 'changes': {
          const line = Buffer.from(`${JSON.stringify(entry.changes)}\n`);
          await onDisk(() => lines.writeFile(line));
          const { signature } = entry;
          pages.push({ from: offset, length: line.length, changes: entry.changes.length, signature });
          offset += line.length;
          return;
        }
        case 'file':
          return beginFile(entry);
        case 'receipt':
          receipts.push(entry.receipt);
          return;
        case 'end':
          return;
      }
    },
    async bytes(piece: Uint8Array): Promise<void> {
      const one = file;
      if (one === null) throw new EntryFailure('bytes of no file');
      await onDisk(() => one.handle.writeFile(piece));
      one.hash.update(piece);
      one.got += piece.length;
      if (one.got === one.size) await endFile(one);
    },
    async finish(): Promise<Unpacked> {
      if (file !== null || manifest === null) throw new EntryFailure('a file without its rest');
      await onDisk(() => lines.sync());
      return { manifest, pages, files, receipts };
    },
    async close(): Promise<void> {
      await lines.close().catch(() => undefined);
      await file?.handle.close().catch(() => undefined);
    },
  };
}

interface FileBeingRead {
  readonly sha256: string;
  readonly size: number;
  got: number;
  readonly handle: FileHandle;
  readonly hash: ReturnType<typeof createHash>;
}

import { createHash } from 'node:crypto';
import { dirname, basename } from 'node:path';
import type { BundleManifest } from '../../shared/bundles/bundle-entry';
import { type BundleHeader, mostParts, partLimit } from '../../shared/bundles/bundle-header';
import { type BundleContent, type PlannedPart, planParts } from '../../shared/bundles/plan-parts';
import { renameDurably, syncDirectory } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { DeviceKeys } from '../keys/open-device-keys';
import { mediumProblem } from './medium-problem';
import { keyIdOf } from './part-bytes';
import { type FileHandle, readRange } from './read-range';
import { verifyPart } from './verify-part';
import { writePart } from './write-part';

/** What a part holds beside its lines and files: the header for 500 receivers, manifest, the tags of its chunks. */
const partOverhead = 4 << 20;

export interface BundleParts {
  readonly fileSystem: FileSystem;
  readonly keys: DeviceKeys;
  /** Where the bundle goes, without `.xunji`; with several parts their numbers are added. */
  readonly stem: string;
  /** X25519 recipients of age. */
  readonly recipients: readonly string[];
  readonly manifest: Omit<BundleManifest, 'entry' | 'part' | 'parts'>;
  /** The length of each line that `lines` will give, and the files. */
  readonly content: BundleContent;
  /** The lines of receipts and changes, in the order and of the lengths that were planned. */
  lines(): AsyncIterable<Uint8Array>;
  pathOfFile(sha256: string): string;
  readonly partBytes?: number;
  /** Bytes written to the medium or read back from it. */
  readonly onBytes?: (bytes: number) => void;
  readonly isCanceled?: () => boolean;
}

/** A file of this computer that is not what its hash says. */
class DamagedFile extends Error {
  constructor(readonly sha256: string) {
    super(sha256);
  }
}

class Canceled extends Error {}

export interface WrittenBundle {
  readonly names: readonly string[];
  readonly bytes: number;
}

export type BundleWriting =
  | { readonly kind: 'written'; readonly bundle: WrittenBundle }
  /** This file has to be left out, or there is no bundle that anybody could open. */
  | { readonly kind: 'damagedFile'; readonly sha256: string };

/**
 * Writes a bundle so that its names appear only when all parts are on the medium, whole, and were read back: temporary files
 * beside them, fsync, read back and verified, renamed, fsync of the folder. Whatever stops it, what was there before is untouched;
 * beginnings are removed where the medium still answers.
 */
export async function writeBundle(parts: BundleParts): Promise<Outcome<BundleWriting>> {
  const { fileSystem, stem, content, partBytes = partLimit } = parts;
  const plan = planParts(content, partBytes - Math.min(partOverhead, partBytes >> 2));
  if (plan.length > mostParts) return fail(problem('bundle.mediumFull', { file: basename(stem) }));
  const pathOf = (part: number) => `${stem}${plan.length === 1 ? '' : `-${part}`}.xunji`;
  const paths = plan.map((_, index) => pathOf(index + 1));
  const begun: string[] = [];
  let at = basename(paths[0] ?? stem);
  try {
    const lines = parts.lines()[Symbol.asyncIterator]();
    let bytes = 0;
    for (const [index, planned] of plan.entries()) {
      const path = paths[index] ?? '';
      at = basename(path);
      begun.push(`${path}.part`);
      const written = await writeOne(parts, `${path}.part`, planned, index + 1, plan.length, lines);
      if (written === null) return fail(problem('bundle.notVerified', { file: at }));
      bytes += written;
    }
    // The last moment at which nobody can have it.
    if (parts.isCanceled?.()) throw new Canceled();
    for (const path of paths) {
      at = basename(path);
      await renameDurably(fileSystem, `${path}.part`, path);
      begun.shift();
    }
    await syncDirectory(fileSystem, dirname(stem));
    return succeed({ kind: 'written', bundle: { names: paths.map((path) => basename(path)), bytes } });
  } catch (error) {
    if (error instanceof DamagedFile) return succeed({ kind: 'damagedFile', sha256: error.sha256 });
    if (error instanceof Canceled) return fail(problem('bundle.canceled'));
    return fail(mediumProblem(error, at));
  } finally {
    for (const path of begun) await fileSystem.rm(path, { force: true }).catch(() => undefined);
  }
}

/** Writes a part and reads it back; its size, or null where what came back is not what went out. */
async function writeOne(
  parts: BundleParts,
  path: string,
  planned: PlannedPart,
  part: number,
  count: number,
  lines: AsyncIterator<Uint8Array>,
): Promise<number | null> {
  const { fileSystem, keys, recipients, manifest, onBytes = () => {}, isCanceled = () => false } = parts;
  const header: BundleHeader = {
    bundle: manifest.bundle,
    part,
    parts: count,
    device: keys.device,
    signing: keys.signingPublic,
    sealing: keys.sealingPublic,
    receivers: recipients.map(keyIdOf),
  };
  const tick = (bytes: number) => {
    if (isCanceled()) throw new Canceled();
    onBytes(bytes);
  };
  const plain = plainOf(parts, planned, { part, parts: count }, lines);
  const handle = await fileSystem.open(path, 'w');
  let size: number;
  try {
    size = await writePart(handle, { header, recipients, keys, plain }, tick);
  } finally {
    await handle.close();
  }
  const reading = await fileSystem.open(path, 'r');
  try {
    const stat = await fileSystem.stat(path);
    const back = await verifyPart(reading, { file: basename(path), size: stat.size, onBytes: tick });
    return back.ok && back.value.header.part === part && stat.size === size ? size : null;
  } finally {
    await reading.close();
  }
}

async function* plainOf(
  { manifest, fileSystem, pathOfFile }: BundleParts,
  planned: PlannedPart,
  place: { readonly part: number; readonly parts: number },
  lines: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield lineOf({ entry: 'manifest', ...manifest, ...place });
  for (let left = planned.lines; left > 0; left -= 1) {
    const line = await lines.next();
    if (line.done) throw new Error('fewer lines than planned');
    yield line.value;
  }
  for (const slice of planned.slices) {
    const { sha256, size, from, length } = slice;
    yield lineOf({ entry: 'file', ...slice });
    const handle = await fileSystem.open(pathOfFile(sha256), 'r').catch(() => {
      throw new DamagedFile(sha256);
    });
    try {
      // One that is spread over parts is read twice, since its first bytes are on the medium when its last ones are known.
      if (from === 0 && length < size && (await hashOf(handle, size)) !== sha256)
        throw new DamagedFile(sha256);
      const hash = createHash('sha256');
      let left = length;
      for await (const bytes of readRange(handle, from, length)) {
        if (length === size) hash.update(bytes);
        left -= bytes.length;
        yield bytes;
      }
      if (left > 0 || (length === size && hash.digest('hex') !== sha256)) throw new DamagedFile(sha256);
    } finally {
      await handle.close();
    }
  }
  yield lineOf({ entry: 'end' });
}

async function hashOf(handle: FileHandle, size: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of readRange(handle, 0, size)) hash.update(bytes);
  return hash.digest('hex');
}

function lineOf(entry: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(entry)}\n`);
}

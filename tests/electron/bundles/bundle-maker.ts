import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DeviceKeys, openDeviceKeys } from '../../../electron/keys/open-device-keys';
import { type BundleParts, writeBundle } from '../../../electron/bundles/write-bundle';
import type { Change } from '../../../shared/changes/change';
import { type FileSystem, nodeFileSystem } from '../../../shared/node/file-system';
import { plainSeal } from '../../../shared/sealing/seal';

export const keysOf = (folder: string, device: string): Promise<DeviceKeys> =>
  openDeviceKeys(nodeFileSystem, join(folder, `${device}.keys`), plainSeal, device);

export function noteChange(index: number, text = `第${index}条记录`): Change {
  return {
    id: `change-${index}`,
    scope: 'tour-1',
    kind: 'note',
    record: `note-${index}`,
    fields: { text: { value: text, replaces: [] } },
    author: '周敏',
    device: 'laptop-a',
    at: '2026-11-20T08:00:00+08:00',
  };
}

export interface Making {
  readonly keys: DeviceKeys;
  readonly recipients: readonly string[];
  readonly stem: string;
  readonly fileFolder: string;
  readonly changes?: readonly Change[];
  readonly files?: readonly { readonly sha256: string; readonly size: number }[];
  readonly more?: Partial<BundleParts>;
  readonly fileSystem?: FileSystem;
}

/** Writes a bundle of these changes, 100 to a line, and of files that lie in a folder under their hash. */
export function makeBundle(making: Making): ReturnType<typeof writeBundle> {
  const { keys, recipients, stem, fileFolder, changes = [], files = [], more } = making;
  const lines: Buffer[] = [];
  for (let from = 0; from < changes.length; from += 100)
    lines.push(
      Buffer.from(`${JSON.stringify({ entry: 'changes', changes: changes.slice(from, from + 100) })}\n`),
    );
  return writeBundle({
    fileSystem: making.fileSystem ?? nodeFileSystem,
    keys,
    stem,
    recipients,
    manifest: {
      bundle: 'bundle-1',
      name: '周敏',
      at: '2026-11-20T20:00:00+08:00',
      office: '',
      generation: 'journal-1',
      scopes: [{ scope: 'tour-1', title: '示例活动', from: 0, upTo: changes.length }],
      changes: changes.length,
      files: files.length,
    },
    content: { lines: lines.map((line) => line.length), files },
    lines: async function* () {
      yield* lines;
    },
    pathOfFile: (sha256) => join(fileFolder, sha256),
    ...more,
  });
}

/** A file of `size` bytes under its hash in a folder. */
export async function makeFile(folder: string, size: number, seed: number) {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 31 + seed * 17 + (at >> 8)) & 0xff;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, sha256), bytes);
  return { sha256, size };
}

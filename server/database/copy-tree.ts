import { join } from 'node:path';
import type { FileSystem } from '../../shared/node/file-system';

const pieceBytes = 256 << 10;

/** So many files at once, as each takes two of the handles that a process may have. */
const together = 32;

/**
 * Copies a directory that nobody writes to into one that is made for it, without what `leaves` names by its path inside. Nothing of it
 * is durable yet. Throws what the file system throws, and leaves what it has copied by then.
 */
export async function copyTree(
  from: string,
  to: string,
  fileSystem: FileSystem,
  leaves: (path: string) => boolean = () => false,
  inside = '',
): Promise<void> {
  await fileSystem.mkdir(join(to, inside), { recursive: true });
  const entries = await fileSystem.readdir(join(from, inside), { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(inside, name))
    .filter((path) => !leaves(path));
  for (let at = 0; at < files.length; at += together)
    await Promise.all(
      files.slice(at, at + together).map((path) => copyFile(join(from, path), join(to, path), fileSystem)),
    );
  for (const entry of entries)
    if (entry.isDirectory()) await copyTree(from, to, fileSystem, leaves, join(inside, entry.name));
}

async function copyFile(from: string, to: string, fileSystem: FileSystem): Promise<void> {
  const source = await fileSystem.open(from, 'r');
  try {
    const target = await fileSystem.open(to, 'w');
    try {
      const piece = Buffer.allocUnsafe(pieceBytes);
      let bytesRead = pieceBytes;
      while (bytesRead > 0) {
        ({ bytesRead } = await source.read(piece, 0, pieceBytes, null));
        if (bytesRead > 0) await target.writeFile(piece.subarray(0, bytesRead));
      }
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

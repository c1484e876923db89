import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SamplePhoto } from './photos/sample-photos';
import { sampleFiles } from './sample-files';

/** Writes the sample office and the given photographs below `folder`, telling `report` of every file. */
export async function writeSamples(
  folder: string,
  seed: number,
  photos: readonly SamplePhoto[],
  report: (path: string, size: number) => void,
): Promise<void> {
  const put = async (path: string, bytes: Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
    report(path, bytes.length);
  };
  for (const file of await sampleFiles(seed)) await put(file.path, file.bytes);
  for (const photo of photos) await put(`photos/${photo.name}`, photo.make(seed));
}

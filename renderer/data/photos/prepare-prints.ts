import type { Photo } from '../../../shared/documents/document';
import { needsPrintCopy } from '../../../shared/photos/print-copy';
import { callBridge } from '../call-bridge';
import { fetchOriginal, readForScreen } from './photo-tools';

/**
 * Makes the copies of pictures that documents need and that were not made before: HEIC as JPEG, what was drawn on a picture, fine
 * pictures as fine as paper. One that cannot be made is left out: the document shows the original or says what is missing.
 */
export async function preparePrints(
  photos: readonly Photo[],
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const needed = new Map(photos.filter(needsPrintCopy).map((photo) => [photo.key, photo]));
  const missing = await callBridge('prints.missing', { keys: [...needed.keys()] });
  if (!missing.ok) return;
  const { keys } = missing.value;
  for (const [done, key] of keys.entries()) {
    onProgress(done, keys.length);
    const photo = needed.get(key);
    const original = photo && (await fetchOriginal(photo.sha256, photo.mime));
    const copy =
      original && (await readForScreen<'print'>({ kind: 'print', file: original, marks: photo.marks }));
    if (copy) await callBridge('prints.keep', { key, bytes: new Uint8Array(await copy.arrayBuffer()) });
  }
}

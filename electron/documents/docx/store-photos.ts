import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { PhotoBytes } from '../photo-bytes';

const prefix = 'xunji-photo:';
/** The earliest time a ZIP can hold: the same records give the same bytes. */
const mtime = '1980-01-01T00:00:00';

/** What the library packs in place of a photo: it would spend most of its time deflating JPEGs that do not shrink. */
export function standInFor(sha256: string): Uint8Array {
  return strToU8(`${prefix}${sha256}`);
}

/** The packed document with the real photos in it, stored and not deflated. */
export function storePhotos(packed: Uint8Array, photos: PhotoBytes): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(packed))) {
    const isMedia = path.startsWith('word/media/') && bytes.length === prefix.length + 64;
    const photo = isMedia ? photos.get(strFromU8(bytes).slice(prefix.length)) : undefined;
    files[path] = photo === undefined ? [bytes, { level: 6, mtime }] : [photo, { level: 0, mtime }];
  }
  return zipSync(files);
}

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { PhotoBytes } from '../photo-bytes';
import { roomForTurned } from './room-for-turned';

const prefix = 'xunji-photo:';
/** The earliest time a ZIP can hold: when a file was packed is nobody's business. */
const mtime = '1980-01-01T00:00:00';

/** What the library packs in place of a photo: it would spend most of its time deflating JPEGs that do not shrink. */
export function standInFor(key: string): Uint8Array {
  return strToU8(`${prefix}${key}`);
}

/** The packed document with the real photos in it, stored and not deflated, and with what the library cannot write. */
export function finishPackage(packed: Uint8Array, photos: PhotoBytes): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(packed))) {
    const isMedia = path.startsWith('word/media/') && strFromU8(bytes.subarray(0, prefix.length)) === prefix;
    const photo = isMedia ? photos.get(strFromU8(bytes).slice(prefix.length)) : undefined;
    if (photo !== undefined) files[path] = [photo, { level: 0, mtime }];
    else files[path] = [finished(path, bytes), { level: 6, mtime }];
  }
  return zipSync(files);
}

function finished(path: string, bytes: Uint8Array): Uint8Array {
  if (path === 'word/styles.xml') return withPlainLines(bytes);
  return path === 'word/document.xml' ? strToU8(roomForTurned(strFromU8(bytes))) : bytes;
}

/**
 * Paragraph defaults that the library has no words for. No snapping: Word adds charSpace to every character, LibreOffice
 * gives a character of 16 pt two cells of 15.79 pt instead; so the runs carry the spacing themselves, the lines are
 * exact, and nothing snaps: 28 × 22 in all of them. The grid stays declared for the page set-up that people see. No
 * hanging punctuation and no gaps around digits, which would break 28 (LibreOffice 7.4 does both all the same).
 */
function withPlainLines(styles: Uint8Array): Uint8Array {
  const off = ['overflowPunct', 'autoSpaceDE', 'autoSpaceDN', 'snapToGrid'].map(
    (name) => `<w:${name} w:val="0"/>`,
  );
  const xml = strFromU8(styles);
  const patched = xml.replace('<w:pPrDefault><w:pPr>', `$&${off.join('')}`);
  if (patched === xml) throw new Error('styles.xml has no paragraph defaults');
  return strToU8(patched);
}

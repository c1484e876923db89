import { decodeHeic } from './decode-heic';
import { drawStamp } from './draw-stamp';
import { drawMarks } from './draw-marks';
import type { PhotoReply, PhotoTask, ReadPhoto } from './photo-messages';
import { readPhotoFacts } from './read-photo-facts';

const thumbPixels = 480;
/** Larger than any camera makes; such a file is hashed on its way to the disk and has no small picture. */
const readLimit = 96 << 20;

/**
 * The worker in which pictures are opened: decoding a photo takes longer than a window may stand still, and a hostile file can
 * do no more than end this worker.
 */
self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly id: number; readonly task: PhotoTask }>) => {
    void run(data.task)
      .catch(() => null)
      .then((answer) => self.postMessage({ id: data.id, answer } satisfies PhotoReply));
  },
);

async function run(task: PhotoTask): Promise<PhotoReply['answer']> {
  switch (task.kind) {
    case 'read':
      return read(task.file);
    case 'thumb':
      return thumbOf(task.file);
    case 'show':
      return encode(await bitmapOf(task.file), 2400, 0.9);
    case 'stamp': {
      const picture = await bitmapOf(task.file);
      const canvas = drawStamp(picture, task.lines, (context, size) => drawMarks(context, size, task.marks));
      return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
    }
  }
}

async function read(file: Blob): Promise<ReadPhoto> {
  if (file.size > readLimit) return { sha256: '', thumb: null, takenAt: '', position: null };
  const bytes = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const isPicture = file.type.startsWith('image/') || isHeic(new Uint8Array(bytes));
  const thumb = isPicture ? await thumbOf(file).catch(() => null) : null;
  return { sha256, thumb, ...readPhotoFacts(bytes) };
}

async function thumbOf(file: Blob): Promise<Blob> {
  return encode(await bitmapOf(file), thumbPixels, 0.8);
}

/** Upright: Chromium turns a JPEG as its camera says, the HEIC library as the file says. */
async function bitmapOf(file: Blob): Promise<ImageBitmap> {
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  if (!isHeic(head)) return createImageBitmap(file);
  return createImageBitmap(await decodeHeic(new Uint8Array(await file.arrayBuffer())));
}

function isHeic(bytes: Uint8Array): boolean {
  const brand = String.fromCharCode(...bytes.subarray(4, 12));
  return /^ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1|avic)$/.test(brand);
}

async function encode(bitmap: ImageBitmap, longest: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  // A JPEG has no transparency: what shows through is paper, not black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}

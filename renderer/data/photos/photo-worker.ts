import type { PictureSize } from '../../../shared/photos/mark-shape';
import { pictureSize } from '../../../shared/photos/picture-size';
import type { PhotoMark } from '../../../shared/records/photo-mark';
import { decodeHeic } from './decode-heic';
import { drawStamp } from './draw-stamp';
import { drawMarks } from './draw-marks';
import type { PhotoReply, PhotoTask, ReadPhoto } from './photo-messages';
import { readPhotoFacts } from './read-photo-facts';

const thumbPixels = 480;
/** Where a picture says how large it is lies before this, behind what the camera wrote. */
const headBytes = 1 << 18;
/** Larger than any camera makes; such a file is hashed on its way to the disk and has no small picture. */
const readLimit = 96 << 20;
/** More than any camera makes; decoded it would take what memory the window has. */
const pixelLimit = 150_000_000;
/** 72 mm at 300 dots an inch is half of it: enough to be looked at closely on a screen. */
const printPixels = 1600;
const printBytes = 1 << 20;

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

// The HEIC library fails in a promise of its own; thrown again it ends the worker, and nobody waits for an answer.
self.addEventListener('unhandledrejection', ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
});

async function run(task: PhotoTask): Promise<PhotoReply['answer']> {
  switch (task.kind) {
    case 'read':
      return read(task.file);
    case 'thumb':
      return thumbOf(task.file);
    case 'show':
      return encode(await bitmapOf(task.file), 2400, 0.9);
    case 'print':
      return print(task.file, task.marks);
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
  if (!isHeic(head)) {
    const size = pictureSize(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
    if (size && size.width * size.height > pixelLimit) throw new Error('the picture is too large');
    return createImageBitmap(file);
  }
  return createImageBitmap(await decodeHeic(new Uint8Array(await file.arrayBuffer())));
}

function isHeic(bytes: Uint8Array): boolean {
  const brand = String.fromCharCode(...bytes.subarray(4, 12));
  return /^ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1|avic)$/.test(brand);
}

/** As fine as it fits into one message. */
async function print(file: Blob, marks: readonly PhotoMark[]): Promise<Blob> {
  const draw = (context: OffscreenCanvasRenderingContext2D, size: PictureSize) =>
    drawMarks(context, size, marks);
  for (const [pixels, quality] of [
    [printPixels, 0.86],
    [printPixels, 0.6],
  ] as const) {
    const copy = await encode(await bitmapOf(file), pixels, quality, draw);
    if (copy.size <= printBytes) return copy;
  }
  return encode(await bitmapOf(file), printPixels / 2, 0.6, draw);
}

async function encode(
  bitmap: ImageBitmap,
  longest: number,
  quality: number,
  draw?: (context: OffscreenCanvasRenderingContext2D, size: PictureSize) => void,
): Promise<Blob> {
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
  draw?.(context, { width, height });
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}

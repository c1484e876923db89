import { z } from 'zod';
import { idOfParts } from '../ids/id-of-parts';
import type { Attachment } from '../records/attachment';
import type { PhotoMark } from '../records/photo-mark';

interface Pictured extends Pick<Attachment, 'sha256' | 'mime' | 'size'> {
  readonly marks: readonly PhotoMark[];
}

/** Names a picture as it is printed: the hash of its original, and of what was drawn on it. */
export const printKeySchema = z.string().regex(/^[0-9a-f]{64}(-[0-9a-f]{32})?$/);

/** The key of a picture with these marks; without any, the hash of the original. */
export function printKey({ sha256, marks }: Pick<Pictured, 'sha256' | 'marks'>): string {
  return marks.length === 0 ? sha256 : idOfParts(sha256, JSON.stringify(marks));
}

/** Types that every reader of the documents can show. */
const printed = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/bmp']);

/** A camera's file is thirty times as fine as a picture of 72 mm in print; a hundred of them make a document that no mail takes. */
const printBytes = 600 << 10;

/** Whether documents need a copy of it: what is drawn on it, HEIC, or more pixels than paper can show. */
export function needsPrintCopy({ mime, size, marks }: Pictured): boolean {
  return marks.length > 0 || !printed.has(mime) || size > printBytes;
}

import { z } from 'zod';
import { sha256Schema } from '../ids/id';

/** How files travel, as their user wants it. `limitKilobytes` per second for all together, 0: no limit. */
export const transferSettingsSchema = z.object({
  paused: z.boolean().default(false),
  limitKilobytes: z.number().int().min(0).max(1_000_000).default(0),
  order: z.enum(['newest', 'smallest']).default('newest'),
  /** `thumbs`: small pictures of all photos go before the first original, so that others see them at once. */
  first: z.enum(['originals', 'thumbs']).default('thumbs'),
});

/** A file that is on its way now; sizes in bytes. */
export const transferStateSchema = z.object({
  sha256: sha256Schema,
  direction: z.enum(['send', 'fetch']),
  size: z.number().int().nonnegative(),
  done: z.number().int().nonnegative(),
  bytesPerSecond: z.number().nonnegative(),
});

/** So many files are asked about at once. */
export const knownFilesLimit = 500;

/** Which of these files the server has for who asks; of what is not theirs it says nothing. */
export const knownFilesRequestSchema = z.object({ sha256: z.array(sha256Schema).max(knownFilesLimit) });

export const knownFilesReplySchema = z.object({ known: z.array(sha256Schema) });

/** At most so many bytes has a small picture. */
export const thumbLimitBytes = 1 << 19;

/** A small picture is a JPEG of at most that size. */
export function isThumb(bytes: Uint8Array): boolean {
  return bytes.byteLength <= thumbLimitBytes && bytes[0] === 0xff && bytes[1] === 0xd8;
}

export type TransferSettings = Readonly<z.infer<typeof transferSettingsSchema>>;
export type TransferState = Readonly<z.infer<typeof transferStateSchema>>;

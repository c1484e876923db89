import { z } from 'zod';
import { idSchema } from '../ids/id';
import { sealingKeySchema, signingKeySchema } from './device-card';

/** The first bytes of a bundle, and the last ones: a file that lacks the second was cut. */
export const bundleMagic = 'XUNJIBDL';
export const bundleEnd = 'XUNJIEND';
export const bundleVersion = 1;

/** Magic, version, length of the header. */
export const prefixBytes = 8 + 2 + 4;
/** Length of the encrypted part, signature, end mark. */
export const trailerBytes = 8 + 64 + 8;
export const headerLimit = 64 << 10;

/** FAT32 holds no file of 2^32 bytes, and some tools none of 2^31: a part is smaller than both. */
export const partLimit = 2 ** 31 - 1;

export const mostParts = 999;

/** A receiver as the clear header names it: enough to find oneself, and nothing that tells who it is. */
export const keyIdSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** What stands in the clear before the encrypted part. No name, no title, no date. */
export const bundleHeaderSchema = z.strictObject({
  bundle: idSchema,
  part: z.number().int().min(1).max(mostParts),
  parts: z.number().int().min(1).max(mostParts),
  /** Who wrote it, and the keys to check that and to answer with. */
  device: idSchema,
  signing: signingKeySchema,
  sealing: sealingKeySchema,
  receivers: z.array(keyIdSchema).min(1).max(500),
});

export type BundleHeader = Readonly<z.infer<typeof bundleHeaderSchema>>;

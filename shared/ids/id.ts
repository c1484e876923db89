import { z } from 'zod';

/** An id that travels: letters, digits and hyphens only, so that it is safe in a URL, a file name and a key. */
export const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/);

/** A reference to another record; empty while nothing is referred to. */
export const refSchema = z.union([idSchema, z.literal('')]);

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

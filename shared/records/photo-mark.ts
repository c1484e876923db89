import { z } from 'zod';

/** A place on a picture in thousandths of its width and height, so that it fits every size of it. */
const placeSchema = z.number().int().min(0).max(1000);

const ends = { x1: placeSchema, y1: placeSchema, x2: placeSchema, y2: placeSchema };

/** What was drawn on a picture: a layer of its own, the picture itself is never changed. */
export const photoMarkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('arrow'), ...ends }),
  z.object({ kind: z.literal('box'), ...ends }),
  z.object({ kind: z.literal('text'), x1: placeSchema, y1: placeSchema, text: z.string().max(200) }),
]);

export type PhotoMark = Readonly<z.infer<typeof photoMarkSchema>>;

import { z } from 'zod';

/** WGS 84 in degrees, as a camera or a GPS receiver writes it. */
export const positionSchema = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

export type Position = Readonly<z.infer<typeof positionSchema>>;

import { z } from 'zod';
import { idSchema } from '../ids/id';

/** An Ed25519 public key: 32 bytes in base64url. */
export const signingKeySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** An X25519 recipient as age writes it. */
export const sealingKeySchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

/** What others must know of a laptop to write a bundle for it and to believe one of its own. Nothing in it is secret. */
export const deviceCardSchema = z.object({
  device: idSchema,
  /** Whose laptop it is, as that person put it. */
  name: z.string().max(50),
  signing: signingKeySchema,
  sealing: sealingKeySchema,
});

export type DeviceCard = Readonly<z.infer<typeof deviceCardSchema>>;

/** What a signature of a card is made over: the fields in one order, so that the same card gives the same text. */
export function cardText({ device, name, signing, sealing }: DeviceCard): string {
  return `xunji-card
${JSON.stringify([device, name, signing, sealing])}`;
}

import { z } from 'zod';
import { type DeviceCard, cardText, deviceCardSchema } from '../../shared/bundles/device-card';
import type { DeviceKeys } from './open-device-keys';
import { verifySignature } from '../../shared/node/verify-signature';

const mark = 'xunji-card:1:';
const signedSchema = z.object({ card: deviceCardSchema, signature: z.string().max(100) });

/** The card of this laptop as one line of text, which fits into a message or a QR code. */
export function writeCard(keys: DeviceKeys, name: string): string {
  const { device, signingPublic: signing, sealingPublic: sealing } = keys;
  const card = { device, name, signing, sealing };
  const signature = Buffer.from(keys.sign(Buffer.from(cardText(card)))).toString('base64url');
  return `${mark}${Buffer.from(JSON.stringify({ card, signature })).toString('base64url')}`;
}

/** Reads a card; null where it is none or was not made by the laptop that it names. White space of a message and its words around are no part of it. */
export function readCard(text: string): DeviceCard | null {
  const [, told] = /xunji-card:1:([\w-]+)/.exec(text.replace(/\s+/g, '')) ?? [];
  if (told === undefined) return null;
  try {
    const json: unknown = JSON.parse(Buffer.from(told, 'base64url').toString('utf8'));
    const { card, signature } = signedSchema.parse(json);
    return verifySignature(card.signing, Buffer.from(cardText(card)), Buffer.from(signature, 'base64url'))
      ? card
      : null;
  } catch {
    return null;
  }
}

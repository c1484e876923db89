import { z } from 'zod';
import { idSchema, sha256Schema } from '../ids/id';

/** How far each scope of the sender's journal goes that a bundle brought. */
export const upToSchema = z.record(idSchema, z.number().int().nonnegative());

/** 回执: what of a bundle arrived, signed by the laptop at which it did. Any road and any hand may carry it. */
export const receiptSchema = z.object({
  bundle: idSchema,
  /** The laptop that wrote the bundle, and the one that took it in. */
  to: idSchema,
  by: idSchema,
  at: z.string().max(40),
  /** The journal of `to` that `upTo` counts in. */
  generation: idSchema,
  upTo: upToSchema,
  files: z.array(sha256Schema),
  /** Ed25519 by `by`, base64url. */
  signature: z.string().max(100),
});

export type Receipt = Readonly<z.infer<typeof receiptSchema>>;

/** What the signature of a receipt is made over. */
export function receiptText(receipt: Omit<Receipt, 'signature'>): string {
  const { bundle, to, by, at, generation, upTo, files } = receipt;
  const scopes = Object.entries(upTo).sort(([a], [b]) => (a < b ? -1 : 1));
  const told = JSON.stringify([bundle, to, by, at, generation, scopes, files]);
  return `xunji-receipt\n${told}`;
}

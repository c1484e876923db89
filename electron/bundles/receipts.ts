import type { BundleManifest } from '../../shared/bundles/bundle-entry';
import { type Receipt, receiptText } from '../../shared/bundles/receipt';
import type { KnownDevice } from '../keys/address-book';
import type { DeviceKeys } from '../keys/open-device-keys';
import { verifySignature } from '../../shared/node/verify-signature';
import type { BundleState, Held } from './bundle-state';

/** The receipt that this laptop gives for a bundle it has taken in. */
export function giveReceipt(
  keys: DeviceKeys,
  to: string,
  manifest: BundleManifest,
  files: readonly string[],
  at: string,
): Receipt {
  const { bundle, generation, scopes } = manifest;
  const upTo = Object.fromEntries(scopes.map((one) => [one.scope, one.upTo]));
  const told = { bundle, to, by: keys.device, at, generation, upTo, files: [...files] };
  return { ...told, signature: Buffer.from(keys.sign(Buffer.from(receiptText(told)))).toString('base64url') };
}

/**
 * What changes by receipts that came in: those for this laptop are counted, those for others carried on. One whose signature is
 * not that of a laptop known here counts for nothing.
 */
export function takeReceipts(
  state: BundleState,
  own: { readonly device: string; readonly generation: string },
  find: (device: string) => KnownDevice | undefined,
  incoming: readonly Receipt[],
): Partial<BundleState> {
  const sound = incoming.filter((receipt) => {
    const by = find(receipt.by);
    const signature = Buffer.from(receipt.signature, 'base64url');
    return by !== undefined && verifySignature(by.signing, Buffer.from(receiptText(receipt)), signature);
  });
  const known = new Set(state.receipts.map(keyOf));
  const mine = sound.filter(({ to }) => to === own.device);
  const held: Record<string, Held> = { ...state.held };
  for (const receipt of mine)
    if (receipt.generation === own.generation) held[receipt.by] = added(held[receipt.by], receipt);
  return {
    held,
    receipts: [
      ...state.receipts,
      ...sound.filter((receipt) => receipt.to !== own.device && !known.has(keyOf(receipt))),
    ],
    log: state.log.map((entry) => {
      const by = mine.filter(({ bundle }) => bundle === entry.bundle).map((receipt) => receipt.by);
      return entry.kind === 'written' && by.length > 0
        ? { ...entry, receiptedBy: [...new Set([...entry.receiptedBy, ...by])] }
        : entry;
    }),
  };
}

/** From which entry of its own journal on this laptop has to tell all of these receivers, of one scope. */
export function heldUpTo(
  held: BundleState['held'],
  generation: string,
  receivers: readonly string[],
  scope: string,
): number {
  const each = receivers.map((device) => {
    const known = held[device];
    return known?.generation === generation ? (known.upTo[scope] ?? 0) : 0;
  });
  return each.length === 0 ? 0 : Math.min(...each);
}

function added(before: Held | undefined, receipt: Receipt): Held {
  const base = before?.generation === receipt.generation ? before : null;
  const upTo: Record<string, number> = { ...base?.upTo };
  for (const [scope, number] of Object.entries(receipt.upTo))
    upTo[scope] = Math.max(upTo[scope] ?? 0, number);
  // Files are by their hash, whatever journal spoke of them.
  const files = [...new Set([...(before?.files ?? []), ...receipt.files])];
  return { generation: receipt.generation, upTo, files };
}

function keyOf({ bundle, by }: Receipt): string {
  return `${bundle} ${by}`;
}

import type { BundleManifest } from '../../shared/bundles/bundle-entry';
import { type Receipt, receiptText } from '../../shared/bundles/receipt';
import type { KnownDevice } from '../keys/address-book';
import type { DeviceKeys } from '../keys/open-device-keys';
import { verifySignature } from '../../shared/node/verify-signature';
import type { BundleState, Given, Held } from './bundle-state';

/** A bundle that this laptop has taken in. */
export interface TakenIn {
  readonly to: string;
  readonly manifest: BundleManifest;
  readonly files: readonly string[];
  /** Every change of it is in the journal: none was made by a newer Xunji, which is only set aside. */
  readonly isWhole: boolean;
  readonly at: string;
}

/**
 * What this laptop has of the sender's journal, scope by scope, with this bundle. A bundle that goes on from something that is not
 * here (an earlier one was lost, or this laptop lost what it had) brings it no further: that is told as well, and the sender begins
 * there again.
 */
export function heldWith(
  given: Given,
  ownJournal: string,
  { to, manifest, isWhole }: TakenIn,
): Record<string, number> {
  const before = given.journal === ownJournal ? given.of[to] : undefined;
  const known = before?.generation === manifest.generation ? before.upTo : {};
  return Object.fromEntries(
    manifest.scopes.map(({ scope, from, upTo }) => {
      const had = known[scope] ?? 0;
      return [scope, isWhole && from <= had ? Math.max(had, upTo) : had];
    }),
  );
}

/** What is remembered of it. */
export function noted(
  given: Given,
  ownJournal: string,
  { to, manifest: { generation } }: TakenIn,
  upTo: Readonly<Record<string, number>>,
): Given {
  const of = given.journal === ownJournal ? given.of : {};
  const before = of[to]?.generation === generation ? of[to]?.upTo : {};
  return { journal: ownJournal, of: { ...of, [to]: { generation, upTo: { ...before, ...upTo } } } };
}

/** Scopes that go from this laptop: nobody may take them for being here any more. */
export function notGiven(given: Given, scopes: readonly string[]): Given {
  const left = (upTo: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(upTo).filter(([scope]) => !scopes.includes(scope)));
  const of = Object.entries(given.of).map(([to, { generation, upTo }]) => [
    to,
    { generation, upTo: left(upTo) },
  ]);
  return { ...given, of: Object.fromEntries(of) as Given['of'] };
}

/** The receipt that this laptop gives for it. */
export function giveReceipt(
  keys: DeviceKeys,
  { to, manifest, files, at }: TakenIn,
  upTo: Record<string, number>,
): Receipt {
  const { bundle, generation } = manifest;
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
  // In the order in which their bundles were written: what a later one says counts, also where it says less.
  const ages = new Map(state.log.map(({ bundle }, index) => [bundle, index]));
  const ageOf = (bundle: string) => ages.get(bundle) ?? ages.size;
  for (const receipt of mine.toSorted((one, other) => ageOf(other.bundle) - ageOf(one.bundle))) {
    if (receipt.generation !== own.generation) continue;
    const before = held[receipt.by];
    const isLater = !before?.last || ageOf(receipt.bundle) <= ageOf(before.last);
    held[receipt.by] = added(before, receipt, isLater);
  }
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

function added(before: Held | undefined, receipt: Receipt, isLater: boolean): Held {
  const base = before?.generation === receipt.generation ? before : null;
  const upTo = isLater ? { ...base?.upTo, ...receipt.upTo } : { ...receipt.upTo, ...base?.upTo };
  // Files are by their hash, whatever journal spoke of them.
  const files = [...new Set([...(before?.files ?? []), ...receipt.files])];
  const last = isLater ? receipt.bundle : (before?.last ?? '');
  return { generation: receipt.generation, upTo, files, last };
}

function keyOf({ bundle, by }: Receipt): string {
  return `${bundle} ${by}`;
}

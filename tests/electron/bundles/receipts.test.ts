import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BundleState, openBundleState } from '../../../electron/bundles/bundle-state';
import { giveReceipt, heldUpTo, takeReceipts } from '../../../electron/bundles/receipts';
import type { DeviceKeys } from '../../../electron/keys/open-device-keys';
import { nodeFileSystem } from '../../../shared/node/file-system';
import type { Receipt } from '../../../shared/bundles/receipt';
import { keysOf } from './bundle-maker';

let folder = '';
let keys: DeviceKeys;
let empty: BundleState;
const own = { device: 'laptop-a', generation: 'journal-1' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-'));
  keys = await keysOf(folder, 'laptop-b');
  empty = (await openBundleState(nodeFileSystem, join(folder, 'state.json'))).now();
});
afterAll(() => rm(folder, { recursive: true }));

/** What laptop-b tells of a bundle of laptop-a. */
function receipt(bundle: string, upTo: number, generation = own.generation): Receipt {
  const manifest = {
    entry: 'manifest' as const,
    bundle,
    part: 1,
    parts: 1,
    name: '',
    at: '',
    office: '',
    generation,
  };
  const taken = {
    to: own.device,
    manifest: { ...manifest, scopes: [], changes: 0, files: 0 },
    files: [],
    isWhole: true,
  };
  return giveReceipt(keys, { ...taken, at: '' }, { 'tour-1': upTo });
}

function take(state: BundleState, ...receipts: readonly Receipt[]): BundleState {
  const known = { device: 'laptop-b', name: '', signing: keys.signingPublic, sealing: '', revoked: false };
  return { ...state, ...takeReceipts(state, own, () => known, receipts) };
}

/** Bundles that laptop-a wrote, the newest first. */
function written(...bundles: readonly string[]): BundleState {
  const entry = { kind: 'written' as const, at: '', devices: ['laptop-b'], names: [], receiptedBy: [] };
  return {
    ...empty,
    log: bundles.map((bundle) => ({ ...entry, bundle, changes: 1, files: 0, bytes: 1 })),
  };
}

const heldOf = ({ held }: BundleState) => heldUpTo(held, own.generation, ['laptop-b'], 'tour-1');

it('counts what arrived, in the journal that it was told from and in no other', () => {
  const state = take(written('bundle-1'), receipt('bundle-1', 7));
  expect(heldOf(state)).toBe(7);
  expect(heldUpTo(state.held, 'journal-2', ['laptop-b'], 'tour-1')).toBe(0);
  const older = receipt('bundle-0', 9, 'journal-0');
  expect(heldOf(take(written('bundle-1'), older))).toBe(0);
  expect(heldOf(take(state, older))).toBe(7);
});

it('lets the receipt of the later bundle count, also where it says less and comes first', () => {
  const [earlier, later] = [receipt('bundle-1', 9), receipt('bundle-2', 3)];
  for (const order of [
    [[earlier], [later]],
    [[later], [earlier]],
    [[earlier, later], []],
  ] as const) {
    const state = order.reduce<BundleState>(
      (before, receipts) => take(before, ...receipts),
      written('bundle-2', 'bundle-1'),
    );
    expect(heldOf(state)).toBe(3);
  }
});

it('has nothing of several laptops that one of them has not told of', () => {
  const { held } = take(written('bundle-1'), receipt('bundle-1', 7));
  expect(heldUpTo(held, own.generation, ['laptop-b', 'laptop-c'], 'tour-1')).toBe(0);
});

import { join } from 'node:path';
import type { Receipt } from '../../shared/bundles/receipt';
import { pageText } from '../../shared/bundles/signed-page';
import type { Change } from '../../shared/changes/change';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { BridgeInput } from '../../shared/protocol/bridge';
import { diskProblem } from '../files/disk-problem';
import type { KnownDevice } from '../keys/address-book';
import type { BundleDeskParts, BundleWork } from './bundle-parts';
import { type Wanted, collectChanges } from './collect-changes';
import { officeOfBundles } from './office-of-bundles';
import { heldUpTo } from './receipts';
import { type WrittenBundle, writeBundle } from './write-bundle';

export type BundleWanted = BridgeInput<'bundles.plan'>;

export interface BundlePlan {
  readonly changes: number;
  readonly files: readonly { readonly sha256: string; readonly size: number }[];
  readonly lines: readonly number[];
  readonly receipts: readonly Receipt[];
  readonly bytes: number;
  /** Originals that are not on this computer. */
  readonly missing: number;
  readonly walk: Wanted;
}

export interface WriteDesk {
  plan(wanted: BundleWanted, leftOut?: ReadonlySet<string>): Promise<Outcome<BundlePlan>>;
  /**
   * Writes into a folder under a name that no other bundle has, without the files of `except`. `leftOut` files are damaged on this
   * computer.
   */
  write(
    wanted: BundleWanted,
    folder: string,
    isCanceled: () => boolean,
    except?: ReadonlySet<string>,
  ): Promise<Outcome<WrittenBundle & { readonly leftOut: number; readonly files: readonly string[] }>>;
}

/** Makes bundles of what the receivers are not known to have. */
export function writeDesk(parts: BundleDeskParts, work: BundleWork): WriteDesk {
  const { fileSystem, keys, book, state, journal, generation, files, withheld } = parts;

  function receiversOf(wanted: BundleWanted): readonly KnownDevice[] | null {
    const found = wanted.receivers.map((device) => book.find(device));
    const known = found.filter((one) => one !== undefined && !one.revoked);
    return known.length === found.length ? (known as readonly KnownDevice[]) : null;
  }

  async function plan(
    wanted: BundleWanted,
    leftOut: ReadonlySet<string> = new Set(),
  ): Promise<Outcome<BundlePlan>> {
    if (receiversOf(wanted) === null) return fail(problem('bundle.receiverGone'));
    const { held, receipts: known } = state.now();
    const { receivers } = wanted;
    const from = new Map(
      wanted.scopes.map(({ scope }) => [
        scope,
        wanted.all ? 0 : heldUpTo(held, generation, receivers, scope),
      ]),
    );
    const receiver = receivers.length === 1 && !wanted.all ? (receivers[0] ?? '') : '';
    const upTo = from.size === 0 ? 0 : journal.sequence();
    const walk = { from, upTo, withheld: withheld.ids(), receiver };
    const receipts = known.filter(({ to }) => receivers.includes(to));
    const lines = receipts.map((receipt) => lineOf(receipt).length);
    const hashes = new Set<string>();
    let changes = 0;
    for await (const { line, changes: count } of collectChanges(journal, walk, (hash) => hashes.add(hash))) {
      lines.push(line.length);
      changes += count;
    }
    const heldFiles = receivers.map((device) => new Set(held[device]?.files));
    const isHeld = (sha256: string) => !wanted.all && heldFiles.every((each) => each.has(sha256));
    const wantedFiles = wanted.files ? [...hashes].filter((hash) => !isHeld(hash) && !leftOut.has(hash)) : [];
    const sizes = await Promise.all(wantedFiles.map(sizeOf));
    const there = wantedFiles.flatMap((sha256, index) => {
      const size = sizes[index];
      return size === undefined || size === null ? [] : [{ sha256, size }];
    });
    const bytes = [...lines, ...there.map(({ size }) => size)].reduce((sum, one) => sum + one, 0);
    const missing = wantedFiles.length - there.length;
    return succeed({ changes, files: there, lines, receipts, bytes, missing, walk });
  }

  async function sizeOf(sha256: string): Promise<number | null> {
    return fileSystem
      .stat(files.pathOf(sha256))
      .then(({ size }) => size)
      .catch(() => null);
  }

  /** Somebody was revoked while a stick was being written: it is begun anew, without those words. */
  function heldSince({ withheld: then }: Wanted): boolean {
    return [...withheld.ids()].some((id) => !then.has(id));
  }

  /** What a stick that was pulled out still holds of bundles that this laptop began: it takes the room that the next one needs. */
  async function sweepBegun(folder: string): Promise<void> {
    const { begun } = state.now();
    const names = await fileSystem.readdir(folder).catch((): string[] => []);
    const left = names.filter(
      (name) => name.endsWith('.xunji.part') && begun.some((one) => name.startsWith(one)),
    );
    for (const name of left) await fileSystem.rm(join(folder, name), { force: true }).catch(() => undefined);
  }

  async function writeOnce(
    wanted: BundleWanted,
    folder: string,
    isCanceled: () => boolean,
    leftOut: ReadonlySet<string>,
  ) {
    const planned = await plan(wanted, leftOut);
    if (!planned.ok) return planned;
    const { walk, lines, files: wantedFiles, receipts, changes, bytes } = planned.value;
    const isMoreHeld = () => heldSince(walk);
    const bundle = parts.newId();
    // Once: what was planned is what is signed, also where an office is joined meanwhile.
    const office = officeOfBundles(parts);
    const at = parts.now();
    const name = `xunji-${at.slice(0, 10).replaceAll('-', '')}-${bundle.slice(-8)}`;
    await sweepBegun(folder);
    await state.change(({ begun }) => ({ begun: [...begun, name] }));
    Object.assign(work, { kind: 'writing', bytes: 0, of: 2 * bytes });
    const written = await writeBundle({
      fileSystem,
      keys,
      stem: join(folder, name),
      recipients: (receiversOf(wanted) ?? []).map(({ sealing }) => sealing),
      manifest: {
        bundle,
        name: parts.userName(),
        at,
        office,
        generation,
        scopes: wanted.scopes.map(({ scope, title }) => ({
          scope,
          title,
          from: walk.from.get(scope) ?? 0,
          upTo: walk.upTo,
        })),
        changes,
        files: wantedFiles.length,
      },
      content: { lines, files: wantedFiles },
      lines: async function* () {
        for (const receipt of receipts) yield lineOf(receipt);
        const sign = (changes: readonly Change[]) => {
          const said = pageText({ bundle, device: keys.device, office, changes });
          return Buffer.from(keys.sign(Buffer.from(said))).toString('base64url');
        };
        for await (const { line } of collectChanges(journal, walk, () => {}, sign)) yield line;
      },
      pathOfFile: files.pathOf,
      onBytes: (count) => (work.bytes += count),
      isCanceled: () => isCanceled() || isMoreHeld(),
    });
    if (!written.ok) return written;
    if (written.value.kind === 'damagedFile') return succeed(written.value);
    const { names, bytes: size } = written.value.bundle;
    const entry = {
      kind: 'written' as const,
      bundle,
      at,
      devices: [...wanted.receivers],
      names: [...names],
      changes,
      files: wantedFiles.length,
      bytes: size,
      receiptedBy: [],
    };
    await state.change(({ log, begun }) => ({
      log: [entry, ...log],
      begun: begun.filter((one) => one !== name),
    }));
    return succeed({ ...written.value, files: wantedFiles.map(({ sha256 }) => sha256) });
  }

  return {
    plan,
    async write(wanted, folder, isCanceled, except = new Set()) {
      const leftOut = new Set<string>();
      try {
        for (;;) {
          const written = await writeOnce(wanted, folder, isCanceled, new Set([...except, ...leftOut]));
          if (!written.ok && written.problem.code === 'bundle.canceled' && !isCanceled()) continue;
          if (!written.ok) return written;
          if (written.value.kind === 'written') {
            const { bundle, files: taken } = written.value;
            return succeed({ ...bundle, leftOut: leftOut.size, files: taken });
          }
          leftOut.add(written.value.sha256);
        }
      } catch (error) {
        // The computer's own disk: what the medium says is a problem already.
        return fail(diskProblem(error));
      } finally {
        work.kind = 'idle';
      }
    },
  };
}

function lineOf(receipt: Receipt): Uint8Array {
  return Buffer.from(`${JSON.stringify({ entry: 'receipt', receipt })}\n`);
}

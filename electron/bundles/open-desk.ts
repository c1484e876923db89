import { basename, dirname, join } from 'node:path';
import type { BundleHeader } from '../../shared/bundles/bundle-header';
import type { AnyChange } from '../../shared/changes/change';
import { makeDirectoryDurably, renameDurably } from '../../shared/node/durable-file';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { BridgeOutput } from '../../shared/protocol/bridge';
import { diskProblem } from '../files/disk-problem';
import { fingerprint } from '../keys/fingerprint';
import type { BundleDeskParts, BundleWork } from './bundle-parts';
import { holdRevoked } from './hold-revoked';
import { officeOfBundles } from './office-of-bundles';
import { mediumProblem } from './medium-problem';
import { keyIdOf } from './part-bytes';
import { readShort } from './read-range';
import { giveReceipt, heldWith, noted, takeReceipts } from './receipts';
import { type Unpacked, type UnpackedPage, missingParts, pagesFile } from './unpack-bundle';
import { wordsOnPage } from './words-on-page';

export type Opening = Exclude<BridgeOutput<'bundles.open'>, { readonly kind: 'canceled' }>;

export interface OpenDesk {
  /** Opens the bundle that a file belongs to; other parts of it are looked for beside it. */
  open(path: string, signal: AbortSignal): Promise<Outcome<Opening>>;
  /** The person knows the sender now, under this name. */
  trust(opening: string, name: string, signal: AbortSignal): Promise<Outcome<Opening>>;
  page(opened: string, page: number): Promise<Outcome<{ changes: AnyChange[] }>>;
  /** Its files into the store, its signed pages among those that are to be handed in. */
  takeFiles(opened: string): Promise<Outcome<Record<string, never>>>;
  /** `isWhole`: every change of it was understood. */
  settle(opened: string, isWhole: boolean): Promise<Outcome<Record<string, never>>>;
  abandon(opened: string): Promise<void>;
}

interface Waiting {
  readonly path: string;
  readonly header: BundleHeader;
}

interface Opened {
  readonly file: string;
  readonly header: BundleHeader;
  readonly unpacked: Unpacked;
  readonly folder: string;
  readonly bytes: number;
}

/** Takes bundles in: first aside, whole and verified, then step by step where the window asks for it. */
export function openDesk(parts: BundleDeskParts, work: BundleWork): OpenDesk {
  const { fileSystem, keys, book, state, files, reader, carried } = parts;
  const waiting = new Map<string, Waiting>();
  const openedOnes = new Map<string, Opened>();
  const ownKey = keyIdOf(keys.sealingPublic);

  async function open(path: string, signal: AbortSignal): Promise<Outcome<Opening>> {
    const file = basename(path);
    const [first] = await reader.peek([{ path, file }]);
    if (!first?.header.ok) return first ? (first.header as Outcome<never>) : fail(problem('internal.bug'));
    const header = first.header.value;
    if (!header.receivers.includes(ownKey)) return fail(problem('bundle.wrongReceiver', { file }));
    const known = book.find(header.device);
    const shown = fingerprint(header.signing, header.sealing);
    if (known === undefined) {
      const opening = parts.newId();
      waiting.set(opening, { path, header });
      return succeed({ kind: 'unknownSender', opening, file, fingerprint: shown });
    }
    const { name } = known;
    if (known.signing !== header.signing || known.sealing !== header.sealing)
      return fail(problem('bundle.senderChanged', { file, name }));
    if (known.revoked) return fail(problem('bundle.senderRevoked', { file, name }));
    return unpack(path, header, name, signal);
  }

  async function unpack(
    path: string,
    header: BundleHeader,
    name: string,
    signal: AbortSignal,
  ): Promise<Outcome<Opening>> {
    const found = await partsBeside(path, header);
    if (!found.ok) return found;
    const sizes = await Promise.all(
      found.value.map((part) =>
        fileSystem.stat(part.path).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    );
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    if (!(await parts.hasRoom(bytes))) return fail(problem('disk.full'));
    const opened = parts.newId();
    const folder = join(parts.spool, opened);
    Object.assign(work, { kind: 'reading', bytes: 0, of: 2 * bytes });
    const unpacked = await reader.unpack(
      {
        parts: found.value,
        identity: keys.identity,
        bundle: header.bundle,
        signing: header.signing,
        spool: folder,
      },
      (count) => (work.bytes += count),
      signal,
    );
    work.kind = 'idle';
    if (!unpacked.ok) {
      await forget(folder);
      return unpacked;
    }
    const file = basename(path);
    if (isForeign(unpacked.value.manifest)) {
      await forget(folder);
      return fail(problem('bundle.foreign', { file }));
    }
    openedOnes.set(opened, { file, header, unpacked: unpacked.value, folder, bytes });
    return succeed(await preview(opened, header, name, unpacked.value));
  }

  async function partsBeside(path: string, header: BundleHeader) {
    const own = { path, file: basename(path) };
    if (header.parts === 1) return succeed([own]);
    try {
      const names = (await fileSystem.readdir(dirname(path))).filter((name) => name.endsWith('.xunji'));
      const beside = await reader.peek(names.map((file) => ({ path: join(dirname(path), file), file })));
      const found = new Map<number, { path: string; file: string }>();
      for (const each of beside) {
        const one = each.header.ok ? each.header.value : null;
        if (one?.bundle === header.bundle && one.signing === header.signing)
          found.set(one.part, { path: each.path, file: each.file });
      }
      const missing = missingParts([...found.keys()].map((part) => ({ part, parts: header.parts })));
      return missing.length === 0
        ? succeed([...found.values()])
        : fail(problem('bundle.partMissing', { parts: header.parts, missing: missing.join('、') }));
    } catch (error) {
      return fail(mediumProblem(error, own.file));
    }
  }

  async function preview(opened: string, header: BundleHeader, name: string, unpacked: Unpacked) {
    const { manifest, pages, files: held, receipts } = unpacked;
    const there = await Promise.all(held.map(({ sha256 }) => files.has(sha256)));
    return {
      kind: 'opened' as const,
      opened,
      bundle: header.bundle,
      device: header.device,
      name,
      at: manifest.at,
      titles: manifest.scopes.flatMap(({ title }) => (title === '' ? [] : [title])),
      changes: pages.reduce((sum, { changes }) => sum + changes, 0),
      pages: pages.length,
      files: [...held],
      newFiles: there.filter((isThere) => !isThere).length,
      receipts: receipts.length,
      known: state.now().log.some((entry) => entry.kind === 'read' && entry.bundle === header.bundle),
    };
  }

  /** What lies here is one office's: that which this laptop has joined, else that of the first bundle that named one. */
  function isForeign({ office }: Pick<Unpacked['manifest'], 'office'>): boolean {
    const ours = officeOfBundles(parts);
    return office !== '' && ours !== '' && office !== ours;
  }

  async function readPage({ folder }: Opened, { from, length }: UnpackedPage): Promise<string> {
    const handle = await fileSystem.open(join(folder, pagesFile), 'r');
    try {
      return (await readShort(handle, from, length)).toString('utf8');
    } finally {
      await handle.close();
    }
  }

  async function forget(folder: string): Promise<void> {
    // What cannot be removed now (a virus scanner holds it open) is removed by the next start.
    await fileSystem.rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }

  async function end(opened: string): Promise<void> {
    const one = openedOnes.get(opened);
    openedOnes.delete(opened);
    if (one) await forget(one.folder);
  }

  return {
    open,
    abandon: end,
    async trust(opening, name, signal) {
      const one = waiting.get(opening);
      if (!one) return fail(problem('bundle.gone'));
      waiting.delete(opening);
      const { device, signing, sealing } = one.header;
      await book.keep({ device, name, signing, sealing });
      return open(one.path, signal);
    },
    async page(opened, page) {
      const one = openedOnes.get(opened);
      const place = one?.unpacked.pages[page];
      if (!one || !place) return fail(problem('bundle.gone'));
      return succeed({ changes: JSON.parse(await readPage(one, place)) as AnyChange[] });
    },
    async takeFiles(opened) {
      const one = openedOnes.get(opened);
      if (!one) return fail(problem('bundle.gone'));
      // Two may have been opened before either of them was taken in.
      if (isForeign(one.unpacked.manifest)) return fail(problem('bundle.foreign', { file: one.file }));
      const sender = book.find(one.header.device);
      // It may have lain open while the person revoked who wrote it.
      if (sender?.revoked)
        return fail(problem('bundle.senderRevoked', { file: one.file, name: sender.name }));
      try {
        const { office } = one.unpacked.manifest;
        // Before anything of it counts here.
        if (parts.office() === null && office !== officeOfBundles(parts) && office !== '')
          await state.change(() => ({ office }));
        for (const { sha256 } of one.unpacked.files) {
          if (await files.has(sha256)) continue;
          await makeDirectoryDurably(fileSystem, dirname(files.pathOf(sha256)));
          await renameDurably(fileSystem, join(one.folder, 'files', sha256), files.pathOf(sha256));
        }
        const { bundle, device } = one.header;
        for (const [index, page] of one.unpacked.pages.entries()) {
          const changes = (await readPage(one, page)).trimEnd();
          await carried.keep({ bundle, device, office, signature: page.signature, changes }, index);
          // What others typed is told by them; who may not be heard is not passed on, whoever passed it on to here.
          if (book.list().some(({ revoked }) => revoked))
            await holdRevoked(parts, wordsOnPage({ device, changes: JSON.parse(changes) as AnyChange[] }));
        }
        return succeed({});
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
    async settle(opened, isWhole) {
      const one = openedOnes.get(opened);
      if (!one) return fail(problem('bundle.gone'));
      const { header, unpacked, bytes } = one;
      const { manifest, pages, files: held, receipts } = unpacked;
      const at = parts.now();
      const hashes = held.map(({ sha256 }) => sha256);
      // For receipts alone none is given: two laptops would thank each other for ever.
      const isEmpty = pages.length === 0 && held.length === 0;
      const takenIn = { to: header.device, manifest, files: hashes, isWhole, at };
      const entry = {
        kind: 'read' as const,
        bundle: header.bundle,
        at,
        devices: [header.device],
        names: [],
        changes: manifest.changes,
        files: held.length,
        bytes,
        receiptedBy: [],
      };
      const own = { device: keys.device, generation: parts.generation };
      await state.change((before) => {
        const taken = takeReceipts(before, own, book.find, receipts);
        const upTo = heldWith(before.given, parts.generation, takenIn);
        const receipt = isEmpty ? [] : [giveReceipt(keys, takenIn, upTo)];
        const isOther = (each: { readonly bundle: string }) => each.bundle !== header.bundle;
        const kept = (taken.receipts ?? []).filter((each) => each.by !== keys.device || isOther(each));
        const log = (taken.log ?? []).filter((each) => each.kind !== 'read' || isOther(each));
        const given = noted(before.given, parts.generation, takenIn, upTo);
        const all = [...before.taken.filter((bundle) => bundle !== header.bundle), header.bundle];
        return { ...taken, given, taken: all, receipts: [...kept, ...receipt], log: [entry, ...log] };
      });
      await end(opened);
      return succeed({});
    },
  };
}

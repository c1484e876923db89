import { join } from 'node:path';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import type { BundleDeskParts } from './bundle-parts';
import { mediumProblem } from './medium-problem';
import type { OpenDesk, Opening } from './open-desk';
import type { Lying } from './bundle-state';
import { keyIdOf } from './part-bytes';
import { missingParts } from './unpack-bundle';
import type { WriteDesk } from './write-desk';

export interface WatchFolder {
  /** One look: the next new bundle for this laptop, opened; or one written where there was something to tell. */
  look(
    signal: AbortSignal,
  ): Promise<Outcome<{ found: (Opening & { kind: 'opened' }) | null; wrote: boolean }>>;
  problem(): Problem | null;
}

interface Seen {
  readonly path: string;
  readonly file: string;
  /** Size and time of change: a file that has the same ones as at the last look is not being written any more. */
  readonly stamp: string;
}

/** Looks between two tries to write where it goes on failing: five minutes. */
const mostWaits = 60;

/**
 * A folder on a stick or a share in which bundles are picked up by themselves. It is looked into by and by, because shares tell no
 * other computer of a new file. Nothing in it is ever removed or changed.
 */
export function watchFolder(parts: BundleDeskParts, opening: OpenDesk, writing: WriteDesk): WatchFolder {
  const { keys, book, state, reader, journal } = parts;
  const ownKey = keyIdOf(keys.sealingPublic);
  let before = new Map<string, string>();
  /** Files that were looked at and are not for this laptop, or cannot be read: not again until they change. */
  const passed = new Set<string>();
  let trouble: Problem | null = null;
  let folderBefore = '';
  let bookBefore = book.list();
  let sequenceBefore = -1;
  /** Writing failed so often in a row, and is not tried again for so many looks: a full stick must not be written all day. */
  let failures = 0;
  let waits = 0;

  async function findNext(folder: string): Promise<Seen | null> {
    const now = await stampsOf(parts.fileSystem, folder);
    const still = now.filter(
      ({ path, stamp }) => before.get(path) === stamp && !passed.has(keyOf(path, stamp)),
    );
    before = new Map(now.map(({ path, stamp }) => [path, stamp]));
    const peeked = await reader.peek(still);
    const { log, taken: earlier } = state.now();
    const taken = new Set([
      ...earlier,
      ...log.flatMap(({ kind, bundle }) => (kind === 'read' ? [bundle] : [])),
    ]);
    for (const [index, { header }] of peeked.entries()) {
      const seen = still[index];
      if (!seen) continue;
      const isFor = header.ok && header.value.receivers.includes(ownKey) && !taken.has(header.value.bundle);
      if (!isFor) {
        passed.add(keyOf(seen.path, seen.stamp));
        // One that is not whole may still be on its way: its stamp changes, and it is looked at again.
        if (!header.ok && header.problem.code !== 'bundle.cut') trouble = header.problem;
        continue;
      }
      const own = peeked.flatMap((each) =>
        each.header.ok && each.header.value.bundle === header.value.bundle ? [each.header.value] : [],
      );
      if (missingParts(own).length === 0) return seen;
    }
    return null;
  }

  /** What is new since the last bundle that was written there: edits in one that tells all, receipts alone in a small one. */
  async function writeNews(folder: string, signal: AbortSignal): Promise<boolean> {
    const { watch, receipts } = state.now();
    const sequence = journal.sequence();
    const isQuiet = sequence === sequenceBefore;
    sequenceBefore = sequence;
    if (!watch.write || watch.receivers.length === 0 || !isQuiet) return false;
    if (waits > 0) {
      waits -= 1;
      return false;
    }
    const told = receipts.filter(({ to }) => watch.receivers.includes(to)).map(({ bundle }) => bundle);
    const hasReceipts = told.some((bundle) => !watch.writtenReceipts.includes(bundle));
    const hasEdits = sequence > watch.writtenUpTo;
    if (!hasEdits && !hasReceipts) return false;
    const wanted = {
      scopes: hasEdits ? watch.scopes : [],
      receivers: watch.receivers,
      files: watch.files,
      all: false,
    };
    const lying = await stillLying(folder);
    const known = new Set(lying.flatMap(({ files }) => files));
    const planned = await writing.plan(wanted, known);
    const isEmpty = planned.ok && planned.value.changes === 0 && planned.value.files.length === 0;
    const written =
      isEmpty && !hasReceipts ? null : await writing.write(wanted, folder, () => signal.aborted, known);
    if (written && !written.ok) {
      trouble = written.problem;
      failures += 1;
      waits = Math.min(mostWaits, 2 ** failures);
      return false;
    }
    failures = 0;
    await state.change((now) => ({
      watch: {
        ...now.watch,
        writtenUpTo: Math.max(now.watch.writtenUpTo, sequence),
        writtenReceipts: told,
        lying: written === null ? lying : [...lying, lyingOf(written.value, watch.receivers)],
      },
    }));
    return written !== null;
  }

  /**
   * Bundles in the folder whose files the receivers of today will find there: a photo is not written again with each bundle until its
   * receipt comes. Where a stick was lost or emptied their names are not there, and all goes once more.
   */
  async function stillLying(folder: string): Promise<Lying[]> {
    const { watch, held } = state.now();
    const names = new Set(await parts.fileSystem.readdir(folder));
    const isHeld = (sha256: string) =>
      watch.receivers.every((device) => held[device]?.files.includes(sha256) === true);
    return watch.lying.flatMap((bundle) => {
      const isThere = bundle.names.every((name) => names.has(name));
      const isForAll = watch.receivers.every((device) => bundle.receivers.includes(device));
      const files = isThere && isForAll ? bundle.files.filter((sha256) => !isHeld(sha256)) : [];
      return files.length === 0 ? [] : [{ ...bundle, files }];
    });
  }

  return {
    problem: () => trouble,
    async look(signal) {
      const { folder } = state.now().watch;
      // A sender that is known by now may have bundles lying there that did not open.
      if (folder !== folderBefore || book.list() !== bookBefore) {
        trouble = null;
        passed.clear();
        before = new Map();
        folderBefore = folder;
        bookBefore = book.list();
        failures = waits = 0;
      }
      if (folder === '') return succeed({ found: null, wrote: false });
      try {
        const next = await findNext(folder);
        if (trouble?.code === 'bundle.mediumGone') trouble = null;
        if (next === null) return succeed({ found: null, wrote: await writeNews(folder, signal) });
        const opened = await opening.open(next.path, signal);
        if (opened.ok && opened.value.kind === 'opened') {
          trouble = null;
          return succeed({ found: opened.value, wrote: false });
        }
        passed.add(keyOf(next.path, next.stamp));
        trouble = opened.ok ? unknownSender(opened.value) : opened.problem;
        return succeed({ found: null, wrote: false });
      } catch (error) {
        trouble = mediumProblem(error, folder);
        // Unplugged and plugged in again it may be another one, and what did not open may open now.
        passed.clear();
        before = new Map();
        return succeed({ found: null, wrote: false });
      }
    },
  };
}

function unknownSender(opening: Opening): Problem | null {
  if (opening.kind !== 'unknownSender') return null;
  const { file, fingerprint } = opening;
  return problem('bundle.senderUnknown', { file, fingerprint });
}

async function stampsOf(fileSystem: FileSystem, folder: string): Promise<readonly Seen[]> {
  const names = (await fileSystem.readdir(folder)).filter((name) => name.endsWith('.xunji')).sort();
  const seen: Seen[] = [];
  for (const file of names) {
    const path = join(folder, file);
    const stat = await fileSystem.stat(path).catch(() => null);
    if (stat) seen.push({ path, file, stamp: `${stat.size} ${stat.mtimeMs}` });
  }
  return seen;
}

function keyOf(path: string, stamp: string): string {
  return `${path} ${stamp}`;
}

function lyingOf(
  { names, files }: { readonly names: readonly string[]; readonly files: readonly string[] },
  receivers: readonly string[],
): Lying {
  return { names: [...names], receivers: [...receivers], files: [...files] };
}

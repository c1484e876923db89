import { join } from 'node:path';
import type { Caller } from '../../shared/access/caller';
import type { Clock } from '../../shared/clock';
import { errorCode, makeDirectoryDurably, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import type { RestoreView } from '../../shared/protocol/backups';
import type { Database } from '../database/database';
import type { BlobStore } from '../files/blob-store';
import { type Ended, mergeEnded, readEndedNow } from './read-ended';
import { orderReplacement, preparedOffice } from './replace-office';
import { type Restored, restoreBackup } from './restore-backup';

/** What an administrator may do to restore a state in place of the running office, which goes on until it is replaced. */
export interface RestoreDesk {
  describe(): RestoreView;
  /** Begins to restore a state beside the office. One at a time; what was prepared before goes. */
  prepare(state: string, identity: string, by: Caller): Promise<Outcome<null>>;
  /** What is prepared goes; one that is under way is given up where it stands. */
  giveUp(): Promise<void>;
  /** The server begins anew with what is prepared, once `replace` of the answer is called. */
  order(state: string): Promise<Outcome<{ replace(): void }>>;
}

const nothing: RestoreView = { kind: 'none' };

/** The desk of a server that cannot replace its office by itself: it says so. */
export function noRestore(code: 'backup.notSet' | 'restore.notEmbedded'): RestoreDesk {
  return {
    describe: () => nothing,
    prepare: async () => fail(problem(code)),
    giveUp: async () => undefined,
    order: async () => fail(problem(code)),
  };
}

interface RestoreParts {
  /** The folder of backups. */
  readonly from: string;
  /** The data directory. */
  readonly directory: string;
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Ends this server and begins it anew. */
  readonly beginAnew: () => void;
}

/** For the embedded database: PostgreSQL may have other servers, which would write into what is replaced. */
export function openRestoreDesk(parts: RestoreParts): RestoreDesk {
  const { directory, fileSystem, clock } = parts;
  let view: RestoreView = nothing;
  /** The one that counts: what a given-up one tells later is not heard. */
  let current: object | null = null;
  let prepared: { readonly ended: Ended } | null = null;
  let running: Promise<void> = Promise.resolve();

  async function clear(): Promise<void> {
    current = null;
    await running;
    prepared = null;
    await sweep();
    view = nothing;
  }

  const sweep = () => fileSystem.rm(join(directory, 'restore'), { recursive: true, force: true });

  async function run(state: string, identity: string, by: Caller, mine: object): Promise<void> {
    let [done, of] = [0, 0];
    const tell = () => {
      if (current !== mine) throw new GivenUp();
      view = { kind: 'preparing', state, done, of };
    };
    const restored = await restoreBeside(parts, state, identity, by, {
      begin: (pieces) => {
        of = pieces;
        tell();
      },
      step: () => {
        done += 1;
        tell();
      },
    });
    if (current !== mine) return;
    if (!restored.ok) {
      view = { kind: 'failed', state, problem: restored.problem };
      return;
    }
    prepared = { ended: restored.value.endedNow };
    view = viewOf(state, restored.value);
  }

  return {
    describe: () => view,
    async prepare(state, identity, by) {
      if (!/^AGE-SECRET-KEY-1[0-9A-Z]+$/.test(identity))
        return fail(problem('backup.keyUnreadable', { fault: 'AGE-SECRET-KEY-1' }));
      if (view.kind === 'preparing') return fail(problem('restore.underWay'));
      // Said before anything is waited for: of two who ask at the same moment the second is told of the first.
      const mine = {};
      current = mine;
      prepared = null;
      view = { kind: 'preparing', state, done: 0, of: 0 };
      running = running
        .then(sweep)
        .then(() => run(state, identity, by, mine))
        .catch((error: unknown) => {
          if (current === mine) view = { kind: 'failed', state, problem: problemOf(error) };
        })
        // A full disk has its room again at once, for those who go on working.
        .then(() => (view.kind === 'failed' ? sweep() : undefined))
        // Then it goes with the next one, or at the next start.
        .catch(() => undefined);
      return succeed(null);
    },
    giveUp: clear,
    async order(state) {
      if (view.kind !== 'ready' || view.state !== state || !prepared)
        return fail(problem('restore.notReady'));
      // Whoever was sent away since must not come back with what is older.
      if (isMore(await readEndedNow(parts.database), prepared.ended)) {
        await clear();
        return fail(problem('restore.outOfDate'));
      }
      await orderReplacement(fileSystem, directory, new Date(clock()).toISOString().replaceAll(/[:.]/g, '-'));
      return succeed({ replace: parts.beginAnew });
    },
  };
}

class GivenUp extends Error {}

type Beside = Restored & { readonly endedNow: Ended };

async function restoreBeside(
  { from, directory, database, blobs, fileSystem, clock, newId }: RestoreParts,
  state: string,
  identity: string,
  by: Caller,
  progress: { begin(pieces: number): void; step(): void },
): Promise<Outcome<Beside>> {
  const target = preparedOffice(directory);
  await lendTemplate(fileSystem, directory, `${target}.restoring`);
  const endedNow = await readEndedNow(database);
  const restored = await restoreBackup({
    from,
    identity,
    state,
    directory: target,
    fileSystem,
    newId,
    clock,
    blobs,
    by,
    progress,
    alsoEnded: (told) => mergeEnded(told, endedNow),
  });
  return restored.ok ? succeed({ ...restored.value, endedNow }) : restored;
}

/** An empty database to begin with, which would take seconds to make and hold up everybody. */
async function lendTemplate(fileSystem: FileSystem, from: string, to: string): Promise<void> {
  const name = 'empty-database.tar.gz';
  const bytes = await fileSystem.readFile(join(from, name)).catch(() => null);
  if (!bytes) return;
  await makeDirectoryDurably(fileSystem, to);
  await writeDurably(fileSystem, join(to, name), bytes);
}

function viewOf(state: string, { manifest, lost, mayCome, stays }: Beside): RestoreView {
  return {
    kind: 'ready',
    state,
    changes: manifest.tables.find(({ name }) => name === 'changes')?.entries ?? 0,
    files: manifest.blobs.length,
    lost,
    accounts: [...mayCome.accounts],
    devices: [...mayCome.devices],
    stays,
  };
}

function isMore(now: Ended, then: Ended): boolean {
  return (
    [...now.devices.keys()].some((id) => !then.devices.has(id)) ||
    [...now.accounts].some((id) => !then.accounts.has(id))
  );
}

function problemOf(error: unknown): Problem {
  if (errorCode(error) === 'ENOSPC') return problem('restore.diskFull');
  return problem('restore.failed', { fault: error instanceof Error ? error.message : String(error) });
}

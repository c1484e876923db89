import type { PGlite } from '@electric-sql/pglite';
import { join } from 'node:path';
import { makeDirectoryDurably } from '../../shared/node/durable-file';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { readCleanMark, removeCleanMark, setCleanMark } from './clean-mark';
import type { Database } from './database';
import { keepEpoch } from './epoch-file';
import { packFrames } from './intake-frame';
import { type IntakeJournal, openIntakeJournal } from './intake-journal';
import type { DatabaseOptions } from './database-options';
import type { IntakeEntry } from './intake-entry';
import {
  clusterDirectory,
  continueCluster,
  dropAside,
  openCluster,
  queryOn,
  rebuildCluster,
  scriptOn,
} from './pglite-cluster';
import { countKept } from './server-queries';
import { settleInTime } from './settle-in-time';
import { type SettledCopies, settledCopies } from './settled-copies';
import { transactionOn } from './transaction-on';

/**
 * The embedded database. Its directory is trusted only when the last process closed it cleanly; after a kill or a power cut
 * it is set aside and made again from the intake journal, with the same numbers and the same epoch.
 */
export async function openPglite(options: DatabaseOptions): Promise<Outcome<Database>> {
  const { directory, fileSystem, newId, newEpoch } = options;
  await makeDirectoryDurably(fileSystem, directory);
  const opened = await openIntakeJournal(directory, fileSystem, newId);
  if (!opened.ok) return opened;
  const intake = opened.value;

  const copies = settledCopies(directory, intake.generation, options);
  const [clean, copy] = [await readCleanMark(directory, fileSystem), await copies.find()];
  if (Math.max(clean ?? 0, copy?.frames ?? 0) > intake.length) {
    // The journal's end is gone. It looks like a torn append, but the database was closed, or copied, with more in it.
    await intake.close();
    return fail(problem('journal.damaged', { file: join(directory, 'intake'), offset: intake.length }));
  }
  await removeCleanMark(directory, fileSystem);
  const epoch = await keepEpoch(directory, fileSystem, newId, newEpoch);
  const cluster =
    (clean === null ? null : await openCluster(directory, intake, epoch)) ??
    (copy && (await continueCluster(directory, copies, copy, intake, epoch, fileSystem))) ??
    (await rebuildCluster(directory, intake, epoch, fileSystem));
  return succeed(databaseOn(cluster, intake, epoch, options, { copies, settled: copy?.frames ?? 0 }));
}

interface Copies {
  readonly copies: SettledCopies;
  /** The frames that the last of them holds. */
  readonly settled: number;
}

function databaseOn(
  cluster: PGlite,
  intake: IntakeJournal,
  epoch: string,
  { directory, fileSystem, onFatal, say }: DatabaseOptions,
  { copies, settled }: Copies,
): Database {
  let broken: Error | null = null;
  function breakOff(why: string, cause: unknown): void {
    broken = new Error(why, { cause });
    onFatal(broken);
  }
  const settling = settleInTime(copies, cluster, clusterDirectory(directory), intake, settled, {
    say,
    onDead: (error) => breakOff('The embedded database ended while it wrote its tables to the disk.', error),
  });
  settling.look();
  return {
    name: 'pglite',
    epoch,
    ask: queryOn(cluster),
    async transact(work) {
      let isKept = false;
      try {
        const result = await cluster.transaction(async (inner) => {
          if (broken) throw broken;
          const entries: IntakeEntry[] = [];
          const worked = await work(
            transactionOn(
              queryOn(inner),
              (sql) => scriptOn(inner, sql),
              (kept) => entries.push(...kept),
            ),
          );
          if (entries.length === 0) return worked;
          const frames = packFrames(entries);
          await countKept(queryOn(inner), frames.length);
          await intake.append(frames);
          isKept = true;
          return worked;
        });
        settling.look();
        return result;
      } catch (error) {
        // The journal has entries that the database has not: from here on numbers would be given twice.
        if (isKept) breakOff('The embedded database failed to commit what its journal holds.', error);
        throw error;
      }
    },
    async forgetDropped() {
      await intake.forgetDropped();
      await settling.renew();
      await dropAside(directory, fileSystem);
    },
    async close() {
      await settling.end();
      await cluster.close();
      if (!broken) await setCleanMark(directory, clusterDirectory(directory), intake.length, fileSystem);
      await intake.close();
    },
  };
}

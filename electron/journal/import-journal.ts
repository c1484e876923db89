import { join } from 'node:path';
import type { Change } from '../../shared/changes/change';
import { makeDirectoryDurably, syncDirectory, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Journal, openJournal } from '../../shared/node/journal';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Seal } from '../../shared/sealing/seal';
import { diskProblem } from '../files/disk-problem';
import type { ChangeJournal } from './change-journal';

/** Changes that count together or not at all, as an import: gathered aside, and in the journal only when all are there. */
export interface ImportJournal {
  begin(): Promise<Outcome<{ import: string }>>;
  append(id: string, changes: readonly Change[]): Promise<Outcome<Record<string, never>>>;
  /** Where it succeeds they count; `sequence` is null while the journal itself had no room for all of them. */
  commit(id: string): Promise<Outcome<{ sequence: number | null }>>;
  abandon(id: string): Promise<void>;
  /** Before anybody reads the journal: an import on its way is awaited, one that found no room is tried again. */
  settle(): Promise<void>;
  /** At start, before anybody reads the journal: what was whole goes into it, what was begun is forgotten. */
  finish(): Promise<void>;
}

export interface ImportJournalParts {
  readonly fileSystem: FileSystem;
  readonly directory: string;
  readonly seal: Seal;
  readonly changes: ChangeJournal;
  /** Whether so many bytes may be written without coming near the last ones. */
  hasRoom(bytes: number): Promise<boolean>;
  newId(): string;
}

/** While this file lies beside the gathered changes, all of them are there: its name on disk is the moment that counts. */
const wholeMark = 'whole';
const pageSize = 500;

/** Each write waits for the disk, which takes half a second where it is busy; and what waits is held in memory. */
const gatheredAtOnce = 2000;
const gatheredBytes = 8 << 20;

/** A change is written aside, into the journal, and into the window's database as record, history and outbox. */
const writtenTimes = 5;

interface Gathering {
  readonly journal: Journal;
  /** Not written yet: nothing of it counts before the mark. */
  readonly waiting: Uint8Array[];
  /** Of all that was gathered, and of what is not written yet. */
  bytes: number;
  waitingBytes: number;
  counts: boolean;
  /** How much of it the journal has: where it found no room for the rest, it does not get the same again at each try. */
  handedOver: number;
}

export function openImportJournal(parts: ImportJournalParts): ImportJournal {
  const { fileSystem, directory, seal, changes, hasRoom, newId } = parts;
  const open = new Map<string, Gathering>();
  let last: Promise<unknown> = Promise.resolve();
  const folderOf = (id: string) => join(directory, id);

  const gather = async (id: string, counts: boolean): Promise<Gathering> => ({
    journal: await openJournal({ directory: folderOf(id), fileSystem, seal, newGeneration: id }),
    waiting: [],
    bytes: 0,
    waitingBytes: 0,
    counts,
    handedOver: 0,
  });

  /** One import at a time goes into the journal. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const done = last.then(run);
    last = done.catch(() => undefined);
    return done;
  }

  /** What cannot be removed now (a virus scanner holds it open) is removed by the next start. */
  async function forget(id: string): Promise<void> {
    const gathering = open.get(id);
    open.delete(id);
    await gathering?.journal.close().catch(() => undefined);
    await fileSystem.rm(folderOf(id), { recursive: true, force: true }).catch(() => undefined);
  }

  async function flush(gathering: Gathering): Promise<Outcome<Record<string, never>>> {
    const { journal, waiting, bytes } = gathering;
    try {
      if (!(await hasRoom(bytes * writtenTimes))) return fail(problem('disk.full'));
      gathering.waitingBytes = 0;
      if (waiting.length > 0) await journal.append(waiting.splice(0));
      return succeed({});
    } catch (error) {
      return fail(diskProblem(error));
    }
  }

  /** Takes the mark back, which may stand although writing it failed; false where it counts all the same. */
  async function unmark(id: string): Promise<boolean> {
    try {
      await fileSystem.rm(join(folderOf(id), wholeMark), { force: true });
      await syncDirectory(fileSystem, folderOf(id));
      return true;
    } catch {
      const names = await fileSystem.readdir(folderOf(id)).catch((): string[] => []);
      return !names.includes(wholeMark);
    }
  }

  /**
   * What counts, into the journal. Where the disk filled up in the midst of it, it stays aside, whole. Again after a crash, it gives
   * the journal changes that it has; a change counts once however often it is there.
   */
  async function handOver(id: string, gathering: Gathering): Promise<number | null> {
    let sequence = 0;
    try {
      for (;;) {
        const page = await gathering.journal.read(gathering.handedOver, pageSize);
        const end = page.at(-1);
        if (!end) break;
        const told = await changes.append({
          origin: 'local',
          changes: page.map(({ payload }) => JSON.parse(Buffer.from(payload).toString('utf8')) as Change),
        });
        if (!told.ok) return null;
        ({ sequence } = told.value);
        gathering.handedOver = end.sequence;
      }
    } catch {
      return null;
    }
    await forget(id);
    return sequence;
  }

  async function commitOnce(id: string): Promise<Outcome<{ sequence: number | null }>> {
    const gathering = open.get(id);
    if (!gathering) return fail(problem('internal.bug'));
    const flushed = await flush(gathering);
    if (!flushed.ok) {
      await forget(id);
      return flushed;
    }
    try {
      await writeDurably(fileSystem, join(folderOf(id), wholeMark), Buffer.from(id));
    } catch (error) {
      if (await unmark(id)) {
        await forget(id);
        return fail(diskProblem(error));
      }
    }
    gathering.counts = true;
    return succeed({ sequence: await handOver(id, gathering) });
  }

  async function handOverAll(): Promise<void> {
    for (const [id, gathering] of open) if (gathering.counts) await handOver(id, gathering);
  }

  return {
    async begin() {
      const id = newId();
      try {
        open.set(id, await gather(id, false));
        return succeed({ import: id });
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
    async append(id, page) {
      const gathering = open.get(id);
      if (!gathering) return fail(problem('internal.bug'));
      for (const change of page) {
        const bytes = Buffer.from(JSON.stringify(change));
        gathering.waiting.push(bytes);
        gathering.bytes += bytes.length;
        gathering.waitingBytes += bytes.length;
      }
      const isMuch = gathering.waiting.length >= gatheredAtOnce || gathering.waitingBytes >= gatheredBytes;
      return isMuch ? flush(gathering) : succeed({});
    },
    commit: (id) => inTurn(() => commitOnce(id)),
    settle: () => inTurn(handOverAll),
    abandon: forget,
    async finish() {
      await makeDirectoryDurably(fileSystem, directory);
      for (const id of await fileSystem.readdir(directory)) {
        try {
          const names = await fileSystem.readdir(folderOf(id));
          if (names.includes(wholeMark)) open.set(id, await gather(id, true));
          else await forget(id);
        } catch {
          // A file that the system left here is no import; one that cannot be read waits for a start that can.
        }
      }
      await handOverAll();
    },
  };
}

import { join } from 'node:path';
import type { Change } from '../../shared/changes/change';
import { makeDirectoryDurably, writeDurably } from '../../shared/node/durable-file';
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
  commit(id: string): Promise<Outcome<{ sequence: number }>>;
  abandon(id: string): Promise<void>;
  /** At start, before anybody reads the journal: what was whole goes into it, what was begun is forgotten. */
  finish(): Promise<void>;
}

export interface ImportJournalParts {
  readonly fileSystem: FileSystem;
  readonly directory: string;
  readonly seal: Seal;
  readonly changes: ChangeJournal;
  newId(): string;
}

/** While this file lies beside the gathered changes, all of them are there: its name on disk is the moment that counts. */
const wholeMark = 'whole';
const pageSize = 500;

/** Each write waits for the disk, which takes half a second where it is busy. */
const gatheredAtOnce = 2000;

interface Gathering {
  readonly journal: Journal;
  /** Not written yet: nothing of it counts before the mark. */
  readonly waiting: Uint8Array[];
}

async function flush({ journal, waiting }: Gathering): Promise<void> {
  if (waiting.length > 0) await journal.append(waiting.splice(0));
}

export function openImportJournal(parts: ImportJournalParts): ImportJournal {
  const { fileSystem, directory, seal, changes, newId } = parts;
  const open = new Map<string, Gathering>();
  const folderOf = (id: string) => join(directory, id);

  const gather = (id: string) =>
    openJournal({ directory: folderOf(id), fileSystem, seal, newGeneration: id });

  async function forget(id: string): Promise<void> {
    const gathering = open.get(id);
    open.delete(id);
    await gathering?.journal.close();
    await fileSystem.rm(folderOf(id), { recursive: true, force: true });
  }

  /** Again after a crash it gives the journal changes that it has; a change counts once however often it is there. */
  async function handOver(journal: Journal): Promise<Outcome<{ sequence: number }>> {
    let sequence = 0;
    for (let after = 0; ;) {
      const page = await journal.read(after, pageSize);
      const last = page.at(-1);
      if (!last) return succeed({ sequence });
      const told = await changes.append({
        origin: 'local',
        changes: page.map(({ payload }) => JSON.parse(Buffer.from(payload).toString('utf8')) as Change),
      });
      if (!told.ok) return told;
      ({ sequence } = told.value);
      after = last.sequence;
    }
  }

  return {
    async begin() {
      const id = newId();
      try {
        open.set(id, { journal: await gather(id), waiting: [] });
        return succeed({ import: id });
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
    async append(id, page) {
      const gathering = open.get(id);
      if (!gathering) return fail(problem('internal.bug'));
      try {
        for (const change of page) gathering.waiting.push(Buffer.from(JSON.stringify(change)));
        if (gathering.waiting.length >= gatheredAtOnce) await flush(gathering);
        return succeed({});
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
    async commit(id) {
      const gathering = open.get(id);
      if (!gathering) return fail(problem('internal.bug'));
      const { journal } = gathering;
      try {
        await flush(gathering);
        await writeDurably(fileSystem, join(folderOf(id), wholeMark), Buffer.from(id));
      } catch (error) {
        await forget(id).catch(() => undefined);
        return fail(diskProblem(error));
      }
      const before = changes.sequence();
      const told = await handOver(journal);
      // Where the disk filled up in the midst of it, it stays, whole: the next start goes on with it.
      if (told.ok || changes.sequence() === before) await forget(id);
      return told;
    },
    abandon: forget,
    async finish() {
      await makeDirectoryDurably(fileSystem, directory);
      for (const id of await fileSystem.readdir(directory)) {
        const names = await fileSystem.readdir(folderOf(id));
        if (names.includes(wholeMark)) {
          const journal = await gather(id);
          open.set(id, { journal, waiting: [] });
          if (!(await handOver(journal)).ok) continue;
        }
        await forget(id);
      }
    },
  };
}

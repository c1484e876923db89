import { join } from 'node:path';
import { z } from 'zod';
import { idSchema, refSchema } from '../../shared/ids/id';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { errorCode, makeDirectoryDurably, syncDirectory } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { problem } from '../../shared/problems';
import { diskProblem } from './disk-problem';
import { readJsonFile, writeJsonFile } from './json-file';

const factsSchema = z.object({ tour: idSchema, stop: refSchema, mime: z.string(), at: z.string() });

type Facts = Readonly<z.infer<typeof factsSchema>>;

export interface Unfinished extends Facts {
  readonly recording: string;
  readonly size: number;
}

type Done = Promise<Outcome<Record<string, never>>>;

export interface RecordingStore {
  begin(facts: Facts): Promise<Outcome<{ recording: string }>>;
  /** Answers when the sound is on disk (fsync). */
  append(recording: string, bytes: Uint8Array): Done;
  /** Recordings of an earlier run that nobody ended: the app was killed or the battery was empty. */
  unfinished(): Promise<readonly Unfinished[]>;
  read(recording: string, from: number, limit: number): Promise<Outcome<{ bytes: Uint8Array<ArrayBuffer> }>>;
  /** The sound has become a file of its own (or was empty): what was caught on the way may go. */
  end(recording: string): Done;
}

/** Sound as it comes from the microphone, a second at a time, so that a crash costs no more than the last one or two. */
export async function openRecordingStore(
  fileSystem: FileSystem,
  directory: string,
  newId: () => string,
): Promise<RecordingStore> {
  await makeDirectoryDurably(fileSystem, directory);
  await sweepHalves(fileSystem, directory);
  const soundOf = (recording: string) => join(directory, `${recording}.sound`);
  const factsOf = (recording: string) => join(directory, `${recording}.json`);
  /** Of this run: they are still being recorded. */
  const open = new Map<string, Promise<unknown>>();

  async function write(recording: string, bytes: Uint8Array): Done {
    try {
      const handle = await fileSystem.open(soundOf(recording), 'a');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      return succeed({});
    } catch (error) {
      return fail(diskProblem(error));
    }
  }

  async function describe(recording: string): Promise<Unfinished | null> {
    const facts = await readJsonFile(fileSystem, factsOf(recording), factsSchema);
    const sound = await fileSystem.stat(soundOf(recording)).catch(() => null);
    return facts && { recording, size: sound?.size ?? 0, ...facts };
  }

  return {
    async begin(facts) {
      const recording = newId();
      try {
        // Both names are made durable here, by the fsync of the directory behind the facts: an append syncs its bytes alone.
        await (await fileSystem.open(soundOf(recording), 'wx')).close();
        await writeJsonFile(fileSystem, factsOf(recording), facts);
      } catch (error) {
        return fail(diskProblem(error));
      }
      open.set(recording, Promise.resolve());
      return succeed({ recording });
    },
    async append(recording, bytes) {
      const before = open.get(recording);
      if (!before) return fail(problem('request.invalid', { fault: 'recording' }));
      const done = before.then(() => write(recording, bytes));
      open.set(recording, done);
      return done;
    },
    async unfinished() {
      const names = (await fileSystem.readdir(directory)).filter((name) => name.endsWith('.json'));
      const left = names.map((name) => name.slice(0, -'.json'.length)).filter((name) => !open.has(name));
      return (await Promise.all(left.map(describe))).filter((one) => one !== null);
    },
    async read(recording, from, limit) {
      try {
        const handle = await fileSystem.open(soundOf(recording), 'r');
        try {
          const { bytesRead, buffer } = await handle.read(new Uint8Array(limit), 0, limit, from);
          return succeed({ bytes: buffer.slice(0, bytesRead) });
        } finally {
          await handle.close();
        }
      } catch (error) {
        // Killed before the first second: nothing was caught.
        return errorCode(error) === 'ENOENT'
          ? succeed({ bytes: new Uint8Array() })
          : fail(diskProblem(error));
      }
    },
    async end(recording) {
      await open.get(recording);
      open.delete(recording);
      try {
        // The sound first: facts without sound are an empty recording, sound without facts could not be told of.
        await fileSystem.rm(soundOf(recording), { force: true });
        await fileSystem.rm(factsOf(recording), { force: true });
        // Without it a power cut would bring the recording back, and it would be kept a second time.
        await syncDirectory(fileSystem, directory);
        return succeed({});
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
  };
}

/** Sound without facts belongs to nothing: a recording that was ended, or not yet begun, when the machine stopped. */
async function sweepHalves(fileSystem: FileSystem, directory: string): Promise<void> {
  const names = await fileSystem.readdir(directory);
  for (const name of names.filter((one) => one.endsWith('.sound')))
    if (!names.includes(name.replace(/sound$/, 'json')))
      await fileSystem.rm(join(directory, name), { force: true });
}

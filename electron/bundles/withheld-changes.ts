import { join } from 'node:path';
import { z } from 'zod';
import { makeDirectoryDurably, syncDirectory } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { idSchema } from '../../shared/ids/id';
import { type Problem, problem, problemSchema } from '../../shared/problems';
import { readJsonFile, writeJsonFile } from '../files/json-file';

const pageSchema = z.record(idSchema, problemSchema);

type Held = Readonly<Record<string, Problem>>;

/**
 * What the office refused of pages that this laptop carried, and what a laptop wrote that was revoked here, change by change, and why. It stays in the journal, since the
 * person who carried it may need it, and goes to nobody by this laptop's right: into no bundle, to no hub, to no server, until it is free. What is free is
 * told once more (`tellAgain`): hubs and receivers of bundles are past its place in the journal.
 */
export interface WithheldChanges {
  /** Why a change is held; undefined where it is not. */
  find(id: string): Problem | undefined;
  /** All that is held at this moment. */
  ids(): ReadonlySet<string>;
  /** Another number where something else is held than before. */
  version(): number;
  /** What is held of one page; undefined where nothing of it was refused yet. */
  of(page: string): Held | undefined;
  /**
   * What was refused of a page, in place of what was held of it: the server's word counts from then on. Durable when it resolves, and before anybody
   * hears of the refusal.
   */
  keep(
    page: string,
    refused: readonly { readonly change: string; readonly problem: Problem }[],
  ): Promise<void>;
  /** What a laptop wrote that is revoked here, and no server has judged. What is held already stays so for its own reason. Durable when it resolves. */
  hold(device: string, ids: readonly string[]): Promise<void>;
  /** That laptop is allowed again. */
  allow(device: string): Promise<void>;
  /** The person hands these in by the right of this laptop, or a server has taken them. Durable when it resolves. */
  release(ids: readonly string[]): Promise<void>;
}

const why = problem('bundle.writerRevoked');
const ending = '.json';
/** What was being let go when the machine stopped. */
const freeing = 'freeing.json';
const freeingSchema = z.object({ ids: z.array(idSchema) });

/** One file for each page and each revoked writer, in a folder that goes with the office's data. `tellAgain` is false where the disk had no room for it. */
export async function openWithheldChanges(
  fileSystem: FileSystem,
  folder: string,
  tellAgain: (ids: readonly string[]) => Promise<boolean>,
): Promise<WithheldChanges> {
  await makeDirectoryDurably(fileSystem, folder);
  const pages = new Map<string, Held>();
  for (const name of await fileSystem.readdir(folder)) {
    const isPage = name.endsWith(ending) && name !== freeing;
    const held = isPage ? await readJsonFile(fileSystem, join(folder, name), pageSchema) : null;
    if (held) pages.set(name, held);
  }
  let begun = (await readJsonFile(fileSystem, join(folder, freeing), freeingSchema))?.ids ?? [];
  let version = 0;
  let last: Promise<unknown> = Promise.resolve();
  for (const [name, held] of withoutAll(begun)) await writePage(name, held);
  let all = gather();
  await tellRest();

  function gather(): ReadonlyMap<string, Problem> {
    return new Map([...pages.values()].flatMap((held) => Object.entries(held)));
  }

  /** Names that no page has: the place of a page is a number. */
  function fileOf(device: string): string {
    return `${device}.writer${ending}`;
  }

  /** Each change stands on one disk before the next begins. */
  function inTurn(run: () => Promise<void>): Promise<void> {
    const done = last.then(run);
    last = done.catch(() => undefined);
    return done;
  }

  async function writePage(name: string, held: Held): Promise<void> {
    await writeJsonFile(fileSystem, join(folder, name), held);
    pages.set(name, held);
  }

  /** What is free from then on is noted first: a stop before it was told again is made good by the next start. */
  async function write(next: ReadonlyMap<string, Held>): Promise<void> {
    const held = new Set([...new Map([...pages, ...next]).values()].flatMap((of) => Object.keys(of)));
    const isChanged = begun.some((id) => held.has(id)) || [...all.keys()].some((id) => !held.has(id));
    const free = [...begun, ...all.keys()].filter((id) => !held.has(id));
    if (isChanged) {
      await writeJsonFile(fileSystem, join(folder, freeing), { ids: [...new Set(free)] });
      begun = [...new Set(free)];
    }
    for (const [name, of] of next) await writePage(name, of);
    all = gather();
    version += 1;
    await tellRest();
  }

  async function tellRest(): Promise<void> {
    if (begun.length === 0 || !(await tellAgain(begun))) return;
    await fileSystem.rm(join(folder, freeing), { force: true });
    await syncDirectory(fileSystem, folder);
    begun = [];
  }

  /** The pages that hold some of these, without them. */
  function withoutAll(ids: readonly string[]): ReadonlyMap<string, Held> {
    const free = new Set(ids);
    const left = [...pages].map(([name, held]) => [name, without(held, free)] as const);
    return new Map(left.filter(([name, held]) => held !== pages.get(name)));
  }

  return {
    find: (id) => all.get(id),
    ids: () => new Set(all.keys()),
    version: () => version,
    of: (page) => pages.get(page),
    keep: (page, refused) =>
      inTurn(async () => {
        if (refused.length === 0 && !pages.has(page)) return;
        const held = Object.fromEntries(refused.map(({ change, problem: said }) => [change, said]));
        await write(new Map([...withoutAll(Object.keys(held)), [page, held]]));
      }),
    hold: (device, ids) =>
      inTurn(async () => {
        const added = ids.filter((id) => !all.has(id));
        if (added.length === 0) return;
        const held = Object.fromEntries(added.map((id) => [id, why]));
        await write(new Map([[fileOf(device), { ...pages.get(fileOf(device)), ...held }]]));
      }),
    allow: (device) =>
      inTurn(async () => {
        if (pages.has(fileOf(device))) await write(new Map([[fileOf(device), {}]]));
      }),
    release: (ids) =>
      inTurn(async () => {
        const left = withoutAll(ids);
        if (left.size > 0) await write(left);
      }),
  };
}

/** The same where nothing of it goes. */
function without(held: Held, free: ReadonlySet<string>): Held {
  const left = Object.entries(held).filter(([id]) => !free.has(id));
  return left.length < Object.keys(held).length ? Object.fromEntries(left) : held;
}

import { join } from 'node:path';
import { type SignedPage, signedPageSchema } from '../../shared/bundles/signed-page';
import { errorCode, makeDirectoryDurably, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { wordsOnPage } from './words-on-page';

/** A page as it waits: `text` is what the server is sent. */
export interface CarriedPage {
  readonly name: string;
  readonly text: string;
}

/** Pages of bundles that this laptop opened and has not handed in yet, as their writers signed them. */
export interface CarriedPages {
  /** `changes` is the page's JSON; `place` tells its pages apart. Kept twice, it is one. */
  keep(page: Omit<SignedPage, 'changes'> & { readonly changes: string }, place: number): Promise<void>;
  /** The oldest that is to be handed in now; null where none is. Rejects where the disk does not give it. */
  next(): Promise<CarriedPage | null>;
  /** The server refuses its writer at present: it is handed in again in an hour, then later and later up to a day, and at the next start. */
  park(name: string): void;
  /** Of all that wait and no server has judged, the changes that a laptop signed or typed. Rejects where the disk does not give them. */
  wordsOf(device: string): Promise<readonly string[]>;
  /** A server has said what becomes of it. */
  judged(name: string): void;
  drop(name: string): Promise<void>;
  /** Scopes go from this laptop, also as what it carries; a page that brings others as well is kept until it is handed in. */
  forget(scopes: readonly string[]): Promise<void>;
}

const ending = '.json';

/** Whoever is allowed again may wait that long; a page may have nine megabytes, and each time is a line in the server's audit log. */
const shortestMillis = 3_600_000;
const longestMillis = 24 * shortestMillis;

interface Parked {
  readonly at: number;
  readonly millis: number;
}

/**
 * One file for each, durable before the bundle's changes count here: what is handed in by its writer's right must not go by one's own first.
 * `ticks` are milliseconds that nobody sets back.
 */
export async function openCarriedPages(
  fileSystem: FileSystem,
  folder: string,
  ticks: () => number,
): Promise<CarriedPages> {
  await makeDirectoryDurably(fileSystem, folder);
  const parked = new Map<string, Parked>();
  const judged = new Set<string>();
  // Looked at before every exchange: the folder is read once.
  const names = new Set((await fileSystem.readdir(folder)).filter((name) => name.endsWith(ending)));

  /** Null where it is gone (somebody tidied up): it waits no more. */
  async function read(name: string): Promise<string | null> {
    try {
      return await fileSystem.readFile(join(folder, name), 'utf8');
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      names.delete(name);
      return null;
    }
  }

  async function drop(name: string): Promise<void> {
    await fileSystem.rm(join(folder, name), { force: true });
    names.delete(name);
  }

  function isDue(name: string): boolean {
    const since = parked.get(name);
    return since === undefined || ticks() - since.at >= since.millis;
  }

  return {
    drop,
    park(name) {
      const before = parked.get(name);
      const millis = before ? Math.min(before.millis * 2, longestMillis) : shortestMillis;
      parked.set(name, { at: ticks(), millis });
    },
    async keep({ changes, ...said }, place) {
      const name = `${said.bundle}.${String(place).padStart(6, '0')}${ending}`;
      const head = JSON.stringify(said).slice(0, -1);
      await writeDurably(fileSystem, join(folder, name), Buffer.from(`${head},"changes":${changes}}`));
      names.add(name);
    },
    async next() {
      for (const name of [...names].sort()) {
        const text = isDue(name) ? await read(name) : null;
        if (text !== null) return { name, text };
      }
      return null;
    },
    judged: (name) => void judged.add(name),
    async wordsOf(device) {
      const found: string[] = [];
      for (const name of names) {
        const text = judged.has(name) ? null : await read(name);
        const page = text === null ? null : readPage(text);
        found.push(...((page && wordsOnPage(page)[device]) ?? []));
      }
      return found;
    },
    async forget(scopes) {
      for (const name of names) {
        const text = await read(name);
        if (text === null) continue;
        const page = readPage(text);
        // Its signature is over all of it: what else is on it could not be handed in by its writer's right any more.
        if (!page || page.changes.every(({ scope }) => scopes.includes(String(scope)))) await drop(name);
      }
    },
  };
}

/** Null where a damaged disk made something else of it: nobody could hand that in. */
export function readPage(text: string): SignedPage | null {
  try {
    const read = signedPageSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

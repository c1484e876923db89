import type { Outcome } from '../../../shared/outcome';
import type { Problem } from '../../../shared/problems';
import { attachmentLook, typeOfFile } from '../../../shared/photos/attachment-look';
import type { Attachment } from '../../../shared/records/attachment';
import type { Store } from '../store';
import type { Edit } from '../save';
import { valuesOfKind } from '../values-of-kind';
import type { ReadPhoto } from './photo-messages';
import type { PhotoFacts } from './read-photo-facts';
import { keepThumb, readForImport } from './photo-tools';

export type Placement = Pick<Attachment, 'stop' | 'about' | 'placed' | 'clockOffset'>;

export interface ImportJob {
  readonly tour: string;
  readonly files: readonly File[];
  place(facts: PhotoFacts): Placement;
  /** Stops before the next file; what is in already stays. */
  readonly signal: AbortSignal;
  onProgress(progress: ImportProgress): void;
}

export interface ImportProgress {
  readonly done: number;
  readonly all: number;
  readonly added: number;
  readonly duplicates: readonly { readonly name: string; readonly stop: string }[];
  /** Pictures that are in as files and cannot be shown. */
  readonly unreadable: readonly string[];
  readonly failures: readonly { readonly name: string; readonly problem: Problem }[];
}

/** Rows per save: each one redraws the lists, and waits for the disk. Who looks on sees new pictures every second all the same. */
const pageSize = 12;
const pageMillis = 1000;

/**
 * Puts files on disk under their hash and then says so in a record each; the originals are never changed. Pictures are hashed,
 * read and made small in a worker, so that a card of 500 holds up nothing. What the tour has already is named and not added
 * again; one file that fails stops no other.
 */
export async function importFiles(store: Store, job: ImportJob): Promise<ImportProgress> {
  const { files, signal } = job;
  const known = await knownFiles(store, job.tour);
  const waiting: { readonly edit: Edit; readonly name: string }[] = [];
  let progress: ImportProgress = {
    done: 0,
    all: files.length,
    added: 0,
    duplicates: [],
    unreadable: [],
    failures: [],
  };
  const tell = (change: Partial<ImportProgress>) => {
    progress = { ...progress, ...change };
    job.onProgress(progress);
  };
  const fail = (name: string, problem: Problem) =>
    tell({ failures: [...progress.failures, { name, problem }] });

  // The first picture is shown as soon as it is in.
  let flushed = Number.NEGATIVE_INFINITY;
  async function flush(): Promise<void> {
    flushed = performance.now();
    const page = waiting.splice(0);
    if (page.length === 0) return;
    const saved = await store.save(page.map(({ edit }) => edit));
    if (saved.ok) tell({ added: progress.added + page.length });
    else for (const { name } of page) fail(name, saved.problem);
  }

  tell({});
  // While one file goes to the disk the next one is read.
  const readAt = (at: number) => files[at] && readForImport<'read'>({ kind: 'read', file: files[at] });
  let reading = readAt(0);
  for (const [at, file] of files.entries()) {
    if (signal.aborted) break;
    const read = (await reading) ?? null;
    reading = readAt(at + 1);
    const added = await addOne(store, job, file, read, known);
    if (!added.ok) fail(file.name, added.problem);
    else if (added.value.kind === 'duplicate')
      tell({ duplicates: [...progress.duplicates, { name: file.name, stop: added.value.stop }] });
    else {
      waiting.push({ edit: added.value.edit, name: file.name });
      if (!added.value.readable) tell({ unreadable: [...progress.unreadable, file.name] });
    }
    if (waiting.length >= pageSize || performance.now() - flushed > pageMillis) await flush();
    tell({ done: progress.done + 1 });
  }
  await flush();
  return progress;
}

type Added =
  | { readonly kind: 'new'; readonly edit: Edit; readonly readable: boolean }
  | { readonly kind: 'duplicate'; readonly stop: string };

async function addOne(
  store: Store,
  job: ImportJob,
  file: File,
  read: ReadPhoto | null,
  known: Map<string, string>,
): Promise<Outcome<Added>> {
  const mime = typeOfFile(file);
  const before = known.get(read?.sha256 ?? '');
  if (before !== undefined) return { ok: true, value: { kind: 'duplicate', stop: before } };
  const added = await store.addFile(file, file.name.slice(0, 255));
  if (!added.ok) return added;
  const { sha256, size } = added.value;
  const again = known.get(sha256);
  if (again !== undefined) return { ok: true, value: { kind: 'duplicate', stop: again } };
  if (read?.thumb) await keepThumb(sha256, read.thumb);
  const facts: PhotoFacts = { takenAt: read?.takenAt ?? '', position: read?.position ?? null };
  const placement = job.place(facts);
  known.set(sha256, placement.stop);
  const values = {
    ...placement,
    ...facts,
    tour: job.tour,
    sha256,
    size,
    mime,
    name: file.name,
    author: store.userName(),
    at: store.now(),
  };
  return {
    ok: true,
    value: {
      kind: 'new',
      edit: { kind: 'attachment', id: store.newId(), tour: job.tour, values },
      readable: attachmentLook(values) !== 'picture' || Boolean(read?.thumb),
    },
  };
}

/** Hash to stop of everything that the tour has. */
async function knownFiles(store: Store, tour: string): Promise<Map<string, string>> {
  const rows = await store.database.records.where('[tour+kind]').equals([tour, 'attachment']).toArray();
  return new Map(valuesOfKind(store, rows, 'attachment').map(({ sha256, stop }) => [sha256, stop]));
}

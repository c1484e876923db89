import { Dexie, RangeSet } from 'dexie';
import type { RecordKind, RecordOf } from '../../shared/records/record-schemas';
import type { RecordRow } from './database';
import { oneAtATime } from './one-at-a-time';
import { nextTask } from './next-task';
import { projectRow } from './read-tour-file';
import type { Store } from './store';

export interface OfKind<R> {
  /** Not deleted, in the order in which they were made (ids are time-ordered). */
  readonly records: readonly R[];
  /** False while only the first of them have been read. */
  readonly complete: boolean;
}

/** Reading this many rows takes a few milliseconds; the window draws in between. */
const pieceSize = 200;

/**
 * Tells of the records of one kind: of the first as soon as they are read, of all when all are, and after that of every edit,
 * for which only what changed is read again. Returns what ends it.
 */
export function watchKind<K extends RecordKind>(
  store: Pick<Store, 'database' | 'seal'>,
  kind: K,
  tell: (found: OfKind<RecordOf<K>>) => void,
): () => void {
  const { records } = store.database;
  const values = new Map<string, RecordOf<K>>();
  const queue = oneAtATime();
  const end = new AbortController();
  let complete = false;
  let missed = false;
  const say = () => {
    const sorted = [...values.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    if (!end.signal.aborted) tell({ records: sorted, complete });
  };
  const take = (id: string, row: RecordRow | undefined) => {
    const isShown = row?.kind === kind && !row.deleted;
    const value = isShown ? (projectRow(store.seal, row) as RecordOf<K> | null) : null;
    if (value) values.set(id, value);
    else values.delete(id);
  };
  const readPieces = async (ids: readonly string[], afterPiece: () => void) => {
    for (let from = 0; from < ids.length && !end.signal.aborted; from += pieceSize) {
      if (from > 0) await nextTask();
      const piece = ids.slice(from, from + pieceSize);
      const rows = await records.bulkGet(piece);
      for (const [place, id] of piece.entries()) take(id, rows[place]);
      afterPiece();
    }
  };
  const readAll = async () => {
    const ids = await records.where('kind').equals(kind).primaryKeys();
    let told = complete;
    await readPieces(ids, () => {
      if (!told) say();
      told = true;
    });
    complete = true;
    missed = false;
    say();
  };
  const update = async (keys: RangeSet) => {
    const ids: string[] = [];
    for (const { from, to } of keys) {
      if (from === to) ids.push(from as string);
      else ids.push(...(await records.where('id').between(from, to, true, true).primaryKeys()));
    }
    await readPieces(ids, () => undefined);
    say();
  };
  // A database that closed under a read is open again when a write is told of; what was missed by then is among all.
  const soon = (task: () => Promise<void>) => void queue(task).catch(() => (missed = true));
  const part = `idb://${store.database.name}/records/`;
  const note = (parts: Readonly<Record<string, unknown>>) => {
    const keys = parts[part];
    if (keys) soon(() => (complete && !missed ? update(new RangeSet().add(keys as RangeSet)) : readAll()));
  };
  Dexie.on('storagemutated', note);
  soon(readAll);
  return () => {
    end.abort();
    Dexie.on.storagemutated.unsubscribe(note);
  };
}

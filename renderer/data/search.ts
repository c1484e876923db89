import type { RecordKind } from '../../shared/records/record-schemas';
import type { SearchResult } from '../../shared/search/search-index';
import { type Observable, createObservable } from './observable';
import type { SearchAnswer, SearchRequest } from './search-messages';

export interface Search {
  /** False while records are still being read: what is not found yet may still be there. */
  readonly ready: Observable<boolean>;
  find(text: string, only: RecordKind | null): Promise<SearchResult>;
}

/** Search over all records, in a worker. Made once a window: see `search`. */
function startSearch(database: string): Search {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  const ready = createObservable(false);
  const waiting = new Map<number, (result: SearchResult) => void>();
  const tell = (request: SearchRequest) => worker.postMessage(request);
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
    if (data.kind === 'progress') return ready.set(data.ready);
    waiting.get(data.id)?.(data.result);
    waiting.delete(data.id);
  });
  tell({ kind: 'open', database });
  return {
    ready,
    find(text, only) {
      asked += 1;
      const id = asked;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        tell({ kind: 'query', id, text, only });
      });
    },
  };
}

const running = new Map<string, Search>();

/** The search over a database; the first call starts it, and nobody waits for it. */
export function searchOf(database: string): Search {
  const known = running.get(database) ?? startSearch(database);
  running.set(database, known);
  return known;
}

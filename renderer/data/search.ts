import type { RecordKind } from '../../shared/records/record-schemas';
import type { SearchResult } from '../../shared/search/search-index';
import { type Observable, createObservable } from './observable';
import type { SearchAnswer, SearchRequest } from './search-messages';

/** While records are still being read, what is not found yet may still be there. Failed: it finds nothing in this window. */
export type SearchState = 'reading' | 'ready' | 'failed';

export interface Search {
  readonly state: Observable<SearchState>;
  find(text: string, only: RecordKind | null): Promise<SearchResult>;
}

const nothing: SearchResult = { hits: [], counts: {}, more: false };

/** Search over all records, in a worker. Made once a window: see `search`. */
function startSearch(database: string): Search {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  const state = createObservable<SearchState>('reading');
  const waiting = new Map<number, (result: SearchResult) => void>();
  const tell = (request: SearchRequest) => worker.postMessage(request);
  let asked = 0;
  let isHeard = false;
  worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
    isHeard = true;
    if (data.kind === 'progress') return state.set(data.ready ? 'ready' : 'reading');
    waiting.get(data.id)?.(data.result);
    waiting.delete(data.id);
  });
  // Where it never said a word its file is missing or damaged; else one question was too much for it.
  worker.addEventListener('error', () => {
    if (!isHeard) state.set('failed');
    for (const [id, resolve] of waiting) {
      waiting.delete(id);
      resolve(nothing);
    }
  });
  tell({ kind: 'open', database });
  return {
    state,
    find(text, only) {
      if (state.get() === 'failed') return Promise.resolve(nothing);
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

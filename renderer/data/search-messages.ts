import type { RecordKind } from '../../shared/records/record-schemas';
import type { SearchResult } from '../../shared/search/search-index';

/** What the window tells the worker that searches. */
export type SearchRequest =
  | { readonly kind: 'open'; readonly database: string }
  | { readonly kind: 'query'; readonly id: number; readonly text: string; readonly only: RecordKind | null };

/** What it answers; `ready` is false while it still reads the records. */
export type SearchAnswer =
  | { readonly kind: 'progress'; readonly ready: boolean }
  | { readonly kind: 'found'; readonly id: number; readonly result: SearchResult };

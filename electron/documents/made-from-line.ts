import type { MadeFrom } from '../../shared/documents/document';

/** So that a reader can tell whether a printed document is stale. */
export function madeFromLine({ at, state }: MadeFrom): string {
  return `（据${at}记录生成，标识${state}）`;
}

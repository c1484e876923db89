import { succeed } from '../../shared/outcome';
import type { CallHandlers } from '../ipc';
import type { ImportJournal } from '../journal/import-journal';

/** Imports of any size count as one: all of it from `commit` on, nothing of it before. */
export function importCalls(
  imports: ImportJournal,
): Pick<CallHandlers, 'imports.begin' | 'imports.append' | 'imports.commit' | 'imports.abandon'> {
  return {
    'imports.begin': () => imports.begin(),
    'imports.append': ({ import: id, changes }) => imports.append(id, changes),
    'imports.commit': ({ import: id }) => imports.commit(id),
    'imports.abandon': async ({ import: id }) => {
      await imports.abandon(id);
      return succeed({});
    },
  };
}

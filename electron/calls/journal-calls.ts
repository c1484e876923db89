import { succeed } from '../../shared/outcome';
import type { Journal } from '../../shared/node/journal';
import type { CallHandlers } from '../ipc';
import type { ChangeJournal } from '../journal/change-journal';

export function journalCalls(
  journal: Journal,
  changes: ChangeJournal,
  forgetDatabase: () => Promise<void>,
  settleImports: () => Promise<void>,
): Pick<CallHandlers, 'journal.append' | 'journal.describe' | 'journal.read' | 'profile.forget'> {
  return {
    'journal.append': (input) => changes.append(input),
    'journal.describe': async () => {
      await settleImports();
      const { generation, sequence, damagedBytes } = journal;
      return succeed({ generation, sequence, damagedBytes });
    },
    'journal.read': async ({ after, limit }) => succeed({ entries: [...(await changes.read(after, limit))] }),
    'profile.forget': async () => {
      await forgetDatabase();
      return succeed({});
    },
  };
}

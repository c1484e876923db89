import { succeed } from '../../shared/outcome';
import type { Journal } from '../../shared/node/journal';
import type { CallHandlers } from '../ipc';
import type { ChangeJournal } from '../journal/change-journal';
import type { ScopeForgetter } from '../journal/forget-scopes';

export function journalCalls(
  journal: Journal,
  changes: ChangeJournal,
  forgetDatabase: () => Promise<void>,
  settleImports: () => Promise<void>,
  forgetter: Pick<ScopeForgetter, 'forget'>,
): Pick<
  CallHandlers,
  'journal.append' | 'journal.describe' | 'journal.read' | 'journal.forgetScopes' | 'profile.forget'
> {
  return {
    'journal.append': (input) => changes.append(input),
    'journal.describe': async () => {
      await settleImports();
      const { generation, sequence, damagedBytes } = journal;
      return succeed({ generation, sequence, damagedBytes });
    },
    'journal.read': async ({ after, limit }) => succeed({ entries: [...(await changes.read(after, limit))] }),
    'journal.forgetScopes': (input) => forgetter.forget(input),
    'profile.forget': async () => {
      await forgetDatabase();
      return succeed({});
    },
  };
}

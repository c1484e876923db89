import { succeed } from '../../shared/outcome';
import type { Journal } from '../../shared/node/journal';
import type { CallHandlers } from '../ipc';
import type { WithheldChanges } from '../bundles/withheld-changes';
import type { ChangeJournal } from '../journal/change-journal';
import type { ScopeForgetter } from '../journal/forget-scopes';

export function journalCalls(
  journal: Journal,
  changes: ChangeJournal,
  forgetDatabase: () => Promise<void>,
  settleImports: () => Promise<void>,
  forgetter: Pick<ScopeForgetter, 'forget'>,
  withheld: Pick<WithheldChanges, 'find'>,
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
    'journal.read': async ({ after, limit }) => {
      const entries = (await changes.read(after, limit)).map((entry) => {
        // Where the server has brought it since, it is the office's like any other.
        const why = entry.origin === 'local' ? withheld.find(entry.change.id) : undefined;
        return why ? { ...entry, withheld: why } : entry;
      });
      return succeed({ entries });
    },
    'journal.forgetScopes': (input) => forgetter.forget(input),
    'profile.forget': async () => {
      await forgetDatabase();
      return succeed({});
    },
  };
}

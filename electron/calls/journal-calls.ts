import { fail, succeed } from '../../shared/outcome';
import type { Change } from '../../shared/changes/change';
import type { Journal } from '../../shared/node/journal';
import type { CallHandlers } from '../ipc';
import { diskProblem } from '../files/disk-problem';
import type { Bundles } from '../bundles/open-bundles';
import type { ChangeJournal } from '../journal/change-journal';
import type { ScopeForgetter } from '../journal/forget-scopes';

export function journalCalls(
  journal: Journal,
  changes: ChangeJournal,
  forgetDatabase: () => Promise<void>,
  settleImports: () => Promise<void>,
  forgetter: Pick<ScopeForgetter, 'forget'>,
  { withheld, holdRevoked }: Pick<Bundles, 'withheld' | 'holdRevoked'>,
): Pick<
  CallHandlers,
  'journal.append' | 'journal.describe' | 'journal.read' | 'journal.forgetScopes' | 'profile.forget'
> {
  return {
    'journal.append': async (input) => {
      try {
        // A hub brings words of whoever it lets in; who is revoked here is passed on by nobody.
        if (input.origin === 'local') await holdRevoked(wordsByLaptop(input.changes));
      } catch (error) {
        return fail(diskProblem(error));
      }
      return changes.append(input);
    },
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

function wordsByLaptop(changes: readonly Change[]): Readonly<Record<string, readonly string[]>> {
  const words: Record<string, string[]> = {};
  for (const { id, device } of changes) (words[device] ??= []).push(id);
  return words;
}

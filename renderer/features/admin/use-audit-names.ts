import { useTranslation } from 'react-i18next';
import { officeScope } from '../../../shared/records/record-schemas';
import { useHeard } from '../../data/admin/use-heard';
import { useTours } from '../../data/use-tours';
import type { AccountLine } from './accounts-panel';

export interface AuditNames {
  readonly accounts: readonly AccountLine[];
  /** Ids of the tours that this computer knows. */
  readonly tours: readonly string[];
  /** Of an account, or of what stands for none. */
  account(id: string): string;
  scope(id: string): string;
  /** Of whatever has this id; else the id itself. */
  any(id: string): string;
}

/** The log holds ids alone; here they have the names of today. */
export function useAuditNames(): AuditNames {
  const { t } = useTranslation();
  const accounts = useHeard('admin.listAccounts').value?.accounts ?? [];
  const devices = useHeard('admin.listDevices').value?.devices ?? [];
  const tours = useTours() ?? [];
  const known = new Map<string, string>([
    ...tours.map(({ id, title }) => [id, title || t('plan.untitled')] as const),
    ...devices.map(({ id, name }) => [id, name] as const),
    ...accounts.map(({ id, name }) => [id, name] as const),
    ['server', t('admin.chainServer')],
    [officeScope, t('admin.chainOffice')],
  ]);
  const nameOf = (id: string) => known.get(id) ?? id;
  return {
    accounts,
    tours: tours.map(({ id }) => id),
    // No account: whoever has the server's machine.
    account: (id) => (id === 'command line' ? t('admin.commandLine') : nameOf(id)),
    scope: nameOf,
    any: nameOf,
  };
}

import { mayMakeChecklists } from '../../shared/access/role';
import { useOffice } from './use-office';

/** Whether the office would take a checklist from here; a computer that belongs to none is its user's own. */
export function useMayMakeChecklists(): boolean {
  const { joined } = useOffice();
  return !joined || mayMakeChecklists(joined.role);
}

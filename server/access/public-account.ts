import type { Account } from '../../shared/protocol/session';
import type { StoredAccount } from '../database/account-queries';

/** An account as others may see it. */
export function publicAccount({ id, login, name, role, person, disabled }: StoredAccount): Account {
  return { id, login, name, role, person, disabled };
}

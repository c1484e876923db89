import type { Account } from '../../shared/protocol/session';
import type { Query } from './database';
import type { KeptRow } from './kept-tables';

/** An account with what only the server knows of it. */
export interface StoredAccount extends Account {
  /** Argon2id in PHC form; '' where none was set. */
  readonly password: string;
  readonly madeAt: string;
}

interface AccountRow extends Account {
  readonly password: string;
  readonly made_at: string;
}

const columns = 'id, login, name, role, person, disabled, password, made_at';

export async function findAccount(query: Query, id: string): Promise<StoredAccount | null> {
  return first(
    await query<AccountRow>(`select ${columns} from accounts where scope = 'server' and id = $1`, [id]),
  );
}

export async function findAccountByLogin(query: Query, login: string): Promise<StoredAccount | null> {
  return first(
    await query<AccountRow>(`select ${columns} from accounts where scope = 'server' and login = $1`, [login]),
  );
}

export async function listAccounts(query: Query): Promise<readonly StoredAccount[]> {
  const rows = await query<AccountRow>(
    `select ${columns} from accounts where scope = 'server' order by login`,
  );
  return rows.map(storedOf);
}

/** Holds all accounts until the transaction ends, so that two administrators cannot disable each other at once. */
export async function lockAccounts(query: Query): Promise<void> {
  await query(`select id from accounts where scope = 'server' order by id for update`);
}

export function rowOfAccount({ madeAt, ...account }: StoredAccount): KeptRow {
  return { scope: 'server', ...account, made_at: madeAt };
}

function first(rows: readonly AccountRow[]): StoredAccount | null {
  return rows[0] ? storedOf(rows[0]) : null;
}

function storedOf({ made_at, ...row }: AccountRow): StoredAccount {
  return { ...row, madeAt: made_at };
}

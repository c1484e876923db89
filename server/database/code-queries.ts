import type { Query } from './database';
import type { KeptRow } from './kept-tables';

/** A one-time code: its first characters in clear, the rest as a hash. */
export interface Code {
  readonly name: string;
  readonly hash: string;
  readonly account: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly tries: number;
  /** The laptop that used it. */
  readonly spentBy: string;
}

interface CodeRow {
  readonly name: string;
  readonly hash: string;
  readonly account: string;
  readonly made_at: string;
  readonly expires_at: string;
  readonly tries: number;
  readonly spent_by: string;
}

/** Holds the code until the transaction ends: two laptops cannot spend it at once. */
export async function lockCode(query: Query, name: string): Promise<Code | null> {
  const [row] = await query<CodeRow>(
    `select name, hash, account, made_at, expires_at, tries, spent_by from codes
     where scope = 'server' and name = $1 for update`,
    [name],
  );
  if (!row) return null;
  const { made_at, expires_at, spent_by, ...rest } = row;
  return { ...rest, madeAt: made_at, expiresAt: expires_at, spentBy: spent_by };
}

export function rowOfCode({ madeAt, expiresAt, spentBy, ...code }: Code): KeptRow {
  return { scope: 'server', ...code, made_at: madeAt, expires_at: expiresAt, spent_by: spentBy };
}

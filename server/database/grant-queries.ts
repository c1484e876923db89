import type { Query } from './database';

export interface GrantRow {
  readonly account: string;
  readonly tour: string;
  readonly team: string;
  readonly source: 'made' | 'given';
}

export async function listGrants(query: Query): Promise<readonly GrantRow[]> {
  return query<GrantRow>(
    `select account, tour, team, source from grants where scope = 'server' order by tour, account, team, source`,
  );
}

/** What an account was granted, and the teams that name its person: pairs of tour and team, '' for the whole tour. */
export async function readReach(
  query: Query,
  account: string,
  person: string,
): Promise<readonly { readonly tour: string; readonly team: string }[]> {
  return query(
    `select tour, team from grants where scope = 'server' and account = $1
     union select tour, team from members where scope = 'server' and person = $2 and person <> ''
     order by tour, team`,
    [account, person],
  );
}

/** What an account and its person reached earlier, and may still hand in for. */
export async function readFormer(
  query: Query,
  account: string,
  person: string,
): Promise<readonly { readonly tour: string; readonly team: string }[]> {
  return query(
    `select tour, team from departed where scope = 'server' and subject in ($1, $2) and subject <> '' order by tour, team`,
    [account, person],
  );
}

export interface MemberRow {
  readonly person: string;
  readonly tour: string;
  readonly team: string;
}

/** Who belongs to these teams, of (tour, team) pairs. */
export async function readMembers(
  query: Query,
  tours: readonly string[],
  teams: readonly string[],
): Promise<readonly MemberRow[]> {
  return query<MemberRow>(
    `select m.person, m.tour, m.team from members m
     join unnest($1::text[], $2::text[]) asked(tour, team) using (tour, team) where m.scope = 'server'`,
    [tours, teams],
  );
}

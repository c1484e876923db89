import type { Team } from '../../../shared/records/team';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import type { AccountLine } from './accounts-panel';

type GrantLine = BridgeOutput<'admin.listGrants'>['grants'][number];

/** That an account sees a tour, and why. */
export interface Seeing {
  readonly key: string;
  readonly account: AccountLine;
  /** Began it, was given it, belongs to a team, or administrates. */
  readonly why: 'made' | 'given' | 'member' | 'administrator';
  /** '' for the whole tour. */
  readonly team: string;
}

/** What somebody may take away stands first; administrators, who see everything, last. */
const order: readonly Seeing['why'][] = ['given', 'made', 'member', 'administrator'];

/** Everybody who sees a tour; whoever has several reasons stands there with each, since each must be taken away. */
export function whoSeesTour(
  tour: string,
  accounts: readonly AccountLine[],
  grants: readonly GrantLine[],
  teams: readonly Team[],
): readonly Seeing[] {
  return accounts
    .filter(({ disabled }) => !disabled)
    .flatMap((account) => [
      ...(account.role === 'administrator' ? [{ account, why: 'administrator' as const, team: '' }] : []),
      ...grants
        .filter((grant) => grant.tour === tour && grant.account === account.id)
        .map(({ source, team }) => ({ account, why: source, team })),
      ...teams
        .filter(
          ({ leader, members }) =>
            account.person !== '' && (leader === account.person || members.includes(account.person)),
        )
        .map(({ id }) => ({ account, why: 'member' as const, team: id })),
    ])
    .toSorted((one, other) => order.indexOf(one.why) - order.indexOf(other.why))
    .map((seeing) => ({ ...seeing, key: `${seeing.account.id} ${seeing.why} ${seeing.team}` }));
}

import type { Role } from './role';

/** On whose behalf a request is answered. */
export interface Caller {
  /** The id of the account; `office` for who showed the office key. */
  readonly account: string;
  readonly role: Role;
  /** The person of the roster that the account is; '' for none. */
  readonly person: string;
  /** The enrolled laptop; '' where there is none, as on the command line. */
  readonly device: string;
  /** Whether a password was given, which administration asks for: a laptop by itself only syncs. */
  readonly isSignedIn: boolean;
}

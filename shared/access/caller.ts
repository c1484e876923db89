import type { Role } from './role';

/** On whose behalf a request is answered. */
export interface Caller {
  /** The id of the account. */
  readonly account: string;
  readonly role: Role;
  /** The person of the roster that the account is; '' for none. */
  readonly person: string;
  /** The enrolled laptop; '' where a key was made for the session alone. */
  readonly device: string;
  /** Whether a password was given, which administration asks for: a laptop by itself only syncs. */
  readonly isSignedIn: boolean;
}

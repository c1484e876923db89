import type { AccessRules } from '../../shared/access/access-rules';
import type { Caller } from '../../shared/access/caller';

/** Who asks, when, and by which rules he is answered. */
export interface Asking {
  readonly caller: Caller;
  readonly now: number;
  readonly rules: AccessRules;
}

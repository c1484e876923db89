import type { Asking } from '../../server/access/asking';
import { accessRules } from '../../shared/access/access-rules';

/** As an administrator without a laptop asks: everything may be read and written. */
export const asOffice: Asking = {
  caller: { account: 'office', role: 'administrator', person: '', device: '', isSignedIn: true },
  now: Date.parse('2026-05-20T08:00:00Z'),
  rules: accessRules,
};

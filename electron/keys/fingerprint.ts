import { createHash } from 'node:crypto';
import { digitGroups } from '../../shared/access/digit-groups';

/** Two public keys as digits that two people can compare by telephone. */
export function fingerprint(signing: string, sealing: string): string {
  const said = `xunji-fingerprint\n${signing}\n${sealing}`;
  return digitGroups(createHash('sha256').update(said).digest('hex'));
}

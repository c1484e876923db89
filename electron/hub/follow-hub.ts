import { X509Certificate, createHash } from 'node:crypto';
import type { KeptMembership } from '../office/membership';
import type { AnnouncedHub } from './hub-finder';
import { standsUnder } from './stands-under';

/** More hubs of one authority than stand anywhere; whoever announces more than that wants no good. */
const mostAsked = 200;

/**
 * A hub that is not where it was is looked for among those that announce themselves: the laptop follows one that stands under the very
 * authority that it trusts. Anybody may announce that hash and show that certificate; whoever has not its key is asked for nothing but a
 * greeting, and what is sent later goes to nobody else. All are asked at once: who does not answer holds up nobody. Gives whether the
 * address is another one now.
 */
export async function followHub(
  membership: KeptMembership,
  found: readonly AnnouncedHub[],
): Promise<boolean> {
  const joined = membership.get();
  if (!joined?.authority) return false;
  const { authority } = joined;
  const pinned = createHash('sha256').update(new X509Certificate(authority).raw).digest('hex');
  const asked = found
    .filter(({ serverUrl, authorityHash }) => authorityHash === pinned && serverUrl !== joined.serverUrl)
    .slice(-mostAsked);
  const answers = asked.map(async ({ serverUrl }) => {
    if (!(await standsUnder(serverUrl, authority))) throw new Error('another one');
    return serverUrl;
  });
  const serverUrl = await Promise.any(answers).catch(() => null);
  // Left, or joined elsewhere, while the greeting was on its way.
  if (serverUrl === null || membership.get() !== joined) return false;
  await membership.keep({ ...joined, serverUrl });
  return true;
}

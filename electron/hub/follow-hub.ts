import { X509Certificate, createHash } from 'node:crypto';
import type { KeptMembership } from '../office/membership';
import { fetchAuthority } from '../sync/fetch-authority';
import type { AnnouncedHub } from './hub-finder';

/**
 * A hub that is not where it was is looked for among those that announce themselves: the laptop follows one that stands under the very
 * authority that it trusts. Anybody may announce that hash; whoever has not its key is asked for nothing but a greeting, and what
 * is sent later goes to nobody else. Gives whether the address is another one now.
 */
export async function followHub(
  membership: KeptMembership,
  found: readonly AnnouncedHub[],
): Promise<boolean> {
  const joined = membership.get();
  if (!joined?.authority) return false;
  const pinned = createHash('sha256').update(new X509Certificate(joined.authority).raw).digest('hex');
  for (const { serverUrl, authorityHash } of found) {
    if (authorityHash !== pinned || serverUrl === joined.serverUrl) continue;
    const there = await fetchAuthority(serverUrl);
    if (!there.ok || there.value.sha256 !== pinned) continue;
    // Left, or joined elsewhere, while the greeting was on its way.
    if (membership.get() !== joined) return false;
    await membership.keep({ ...joined, serverUrl });
    return true;
  }
  return false;
}

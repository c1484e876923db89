import { isDeepStrictEqual } from 'node:util';
import type { FileSystem } from '../../shared/node/file-system';
import type { Settings } from '../../shared/protocol/bridge';
import type { SessionReply } from '../../shared/protocol/session';
import type { DeviceKeys } from '../keys/open-device-keys';
import { pinnedFetch } from '../sync/pinned-fetch';
import type { Connection } from '../sync/sync-client';
import { type KeptMembership, openMembership } from './membership';
import { officeAccess } from './office-access';
import { createOfficeSession } from './office-session';

/**
 * The line to the server of the office which this laptop belongs to, under that office's authority and with the laptop's own key. A server
 * that an earlier version was told, before laptops joined, is named and not spoken to.
 */
export async function openConnection(parts: {
  readonly fileSystem: FileSystem;
  readonly path: string;
  readonly keys: DeviceKeys;
  readonly settings: () => Settings;
  /** Milliseconds from any beginning, untouched by whoever sets the clock. */
  readonly now: () => number;
}): Promise<{ readonly connection: Connection; readonly membership: KeptMembership }> {
  const membership = await openMembership(parts.fileSystem, parts.path);
  const fetch = pinnedFetch(() => membership.get()?.authority ?? null);
  const session = createOfficeSession(
    { holder: { device: parts.keys.device }, sign: parts.keys.sign },
    fetch,
    parts.now,
    () => ({}),
    (said) => void keepSaid(membership, said),
  );
  const settings = () => {
    const joined = membership.get();
    return joined ? { ...parts.settings(), serverUrl: joined.serverUrl } : parts.settings();
  };
  return { connection: { settings, fetch, office: officeAccess(membership.get, session) }, membership };
}

/**
 * Name and role may have been changed since the laptop joined; and it may have joined before a server told what it signs with. What cannot
 * be written now is told again with the next session.
 */
async function keepSaid(
  membership: KeptMembership,
  { account, serverKey = '' }: Pick<SessionReply, 'account' | 'serverKey'>,
): Promise<void> {
  const joined = membership.get();
  if (joined?.account.id !== account.id) return;
  const next = { ...joined, account, id: joined.id === '' ? serverKey : joined.id };
  if (!isDeepStrictEqual(joined, next)) await membership.keep(next).catch(() => undefined);
}

import { succeed } from '../../shared/outcome';
import type { CallHandlers } from '../ipc';
import type { DeviceKeys } from '../keys/open-device-keys';
import { joinOffice, probeOffice } from '../office/join-office';
import type { KeptMembership, Membership } from '../office/membership';

/** Joining an office and leaving it. The window never sees the certificate or a key. */
export function officeCalls(
  membership: KeptMembership,
  keys: DeviceKeys,
  laptop: { readonly name: string; readonly version: string },
): Pick<CallHandlers, 'office.describe' | 'office.probe' | 'office.join' | 'office.leave'> {
  const described = () => ({ joined: describe(membership.get()) });
  return {
    'office.describe': async () => succeed(described()),
    'office.probe': ({ serverUrl }) => probeOffice(serverUrl),
    async 'office.join'(card) {
      const joined = await joinOffice(card, keys, laptop);
      if (!joined.ok) return joined;
      await membership.keep(joined.value);
      return succeed(described());
    },
    async 'office.leave'() {
      await membership.keep(null);
      return succeed(described());
    },
  };
}

function describe(joined: Membership | null) {
  if (!joined) return null;
  const { serverUrl, office, account } = joined;
  return { serverUrl, office, name: account.name, login: account.login, role: account.role };
}

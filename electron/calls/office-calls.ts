import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { officeCallSchemas } from '../../shared/protocol/office-calls';
import { diskProblem } from '../files/disk-problem';
import type { CallHandlers } from '../ipc';
import type { DeviceKeys } from '../keys/open-device-keys';
import type { DataOffice } from '../office/data-office';
import { joinOffice, probeOffice } from '../office/join-office';
import type { KeptMembership, Membership } from '../office/membership';

export interface OfficeParts {
  readonly membership: KeptMembership;
  readonly dataOffice: DataOffice;
  readonly keys: DeviceKeys;
  readonly laptop: { readonly name: string; readonly version: string };
  quit(): void;
}

/** Joining an office and leaving it. The window never sees the certificate or a key. */
export function officeCalls(parts: OfficeParts): Pick<CallHandlers, keyof typeof officeCallSchemas> {
  const { membership, dataOffice, keys, laptop, quit } = parts;
  let waiting: Membership | null = null;
  const described = () => ({
    joined: describe(membership.get()),
    dataOf: dataOffice.owner()?.name ?? null,
    waiting: waiting?.office ?? null,
  });
  return {
    'office.describe': async () => succeed(described()),
    'office.probe': ({ serverUrl }) => probeOffice(serverUrl),
    async 'office.join'(card) {
      const joined = await joinOffice(card, keys, laptop);
      if (!joined.ok) return joined;
      if (!dataOffice.accepts(joined.value)) {
        waiting = joined.value;
        return succeed(described());
      }
      // Before anything is sent: another office must never get what this one was given.
      await dataOffice.claim(joined.value);
      await membership.keep(joined.value);
      return succeed(described());
    },
    async 'office.switch'() {
      if (!waiting) return fail(problem('internal.bug'));
      try {
        await dataOffice.switchTo(waiting);
      } catch (error) {
        return fail(diskProblem(error));
      }
      // The answer first.
      setTimeout(quit, 100);
      return succeed({});
    },
    async 'office.stay'() {
      waiting = null;
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

import type { AnyChange } from '../../shared/changes/change';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { hubCallSchemas } from '../../shared/protocol/hub-calls';
import { tellHeaders } from '../../shared/protocol/session';
import { followHub } from '../hub/follow-hub';
import type { HubFinder } from '../hub/hub-finder';
import type { OwnHub } from '../hub/open-hub';
import type { CallHandlers } from '../ipc';
import type { DeviceKeys } from '../keys/open-device-keys';
import { joinOffice } from '../office/join-office';
import type { KeptMembership } from '../office/membership';
import { type Fetching, fetchFile } from '../sync/fetch-file';
import { type Sending, sendFile } from '../sync/send-file';
import { exchange } from '../sync/sync-client';

export interface HubCallParts {
  readonly own: OwnHub;
  readonly finder: HubFinder;
  readonly membership: KeptMembership;
  readonly keys: DeviceKeys;
  readonly laptop: () => { readonly name: string; readonly version: string };
  /** What of these may go by this laptop's right. */
  readonly passable: (changes: readonly AnyChange[]) => Promise<AnyChange[]>;
  /** The line to the hub and the files that go over it. */
  readonly moving: Sending & Fetching;
}

/** Lending this laptop as the team's hub, joining one, and the exchange with it. */
export function hubCalls(parts: HubCallParts): Pick<CallHandlers, keyof typeof hubCallSchemas> {
  const { own, finder, membership, keys, laptop, moving } = parts;
  const { connection } = moving;

  /** Without a hub the line would lead to the server of the settings. */
  async function joined<T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (!membership.get()) return fail(problem('hub.notJoined'));
    const done = await run();
    return done.ok || done.problem.code !== 'device.revoked' ? done : fail(problem('hub.removed'));
  }

  /** Where the hub was, and where it announces itself when it is not there. */
  async function reached<T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    await own.follow();
    const done = await run();
    const isGone = !done.ok && ['server.unreachable', 'server.notOurs'].includes(done.problem.code);
    return isGone && !own.isRunning() && (await followHub(membership, finder.found())) ? run() : done;
  }

  return {
    'hub.describe': async () => {
      const described = await own.describe();
      const member = described ? null : membership.get();
      return succeed({
        own: described,
        joined: member && { name: member.office, serverUrl: member.serverUrl },
        found: described || member ? [] : finder.found().map(({ name, serverUrl }) => ({ name, serverUrl })),
      });
    },
    'hub.start': () => own.start(),
    'hub.stop': () => own.stop(),
    'hub.card': () => own.card(),
    'hub.share': ({ tours }) => done(own.ask({ kind: 'share', tours })),
    'hub.drop': async (handedOn) => {
      const asked = await own.ask({ kind: 'drop', ...handedOn });
      if (!asked.ok) return asked;
      return succeed({ isGone: 'isGone' in asked.value && asked.value.isGone });
    },
    'hub.revoke': ({ device }) => done(own.ask({ kind: 'revoke', device })),
    'hub.allow': ({ device }) => done(own.ask({ kind: 'allow', device })),
    'hub.join': async (card) => {
      if (await own.describe()) return fail(problem('hub.isMember'));
      const became = await joinOffice(card, keys, laptop());
      if (!became.ok && became.problem.code === 'device.revoked') return fail(problem('hub.removed'));
      if (!became.ok) return became;
      await membership.keep(became.value);
      return succeed({});
    },
    'hub.leave': async () => {
      await membership.keep(null);
      return succeed({});
    },
    'hub.exchange': ({ pending, changes, ...question }) =>
      joined(() =>
        reached(async () =>
          exchange(
            connection,
            { protocol: 2, device: keys.device, ...question, changes: await parts.passable(changes) },
            { [tellHeaders.version]: laptop().version, [tellHeaders.pending]: String(pending) },
          ),
        ),
      ),
    'hub.moveFile': ({ sha256 }) =>
      joined<{ moved: 'sent' | 'fetched' }>(async () => {
        const { stopped, end } = moving.arrivals.begin(sha256);
        try {
          const sent = await sendFile(moving, sha256);
          if (sent.ok) return succeed({ moved: 'sent' });
          if (sent.problem.code !== 'attachment.missing') return sent;
          if (stopped.aborted) return fail(problem('attachment.unknown'));
          const fetched = await fetchFile(moving, sha256);
          return fetched.ok ? succeed({ moved: 'fetched' }) : fetched;
        } finally {
          end();
        }
      }),
  };
}

/** Of what the hub answers to these nothing is told but that it was done. */
async function done(asked: Promise<Outcome<unknown>>): Promise<Outcome<Record<string, never>>> {
  const answer = await asked;
  return answer.ok ? succeed({}) : answer;
}

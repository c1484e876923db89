import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import type { HubDescription } from '../../shared/protocol/hub-calls';
import type { HubAnswer, HubTask } from '../../shared/protocol/hub-process';
import { joinCardText } from '../../shared/protocol/join-card';
import { readJsonFile, writeJsonFile } from '../files/json-file';
import type { DeviceKeys } from '../keys/open-device-keys';
import { joinOffice } from '../office/join-office';
import type { KeptMembership } from '../office/membership';
import { type HubChild, type HubReady, type StartHubProcess, superviseHub } from './hub-child';
import type { AnnounceHub } from './hub-finder';

const stateSchema = z.object({ isOn: z.boolean(), port: z.number().int().nonnegative() });

export interface HubParts {
  readonly fileSystem: FileSystem;
  /** Where the hub's own data lie, and beside them whether it shall run. */
  readonly directory: string;
  readonly start: StartHubProcess;
  readonly announce: AnnounceHub;
  /** The address to listen on: the last one while the laptop has it; null where there is no network. */
  readonly address: (last: string | null) => string | null;
  /** How the hub is called on other screens. */
  readonly name: () => string;
  readonly keys: DeviceKeys;
  /** The hub that this laptop exchanges with, its own as well. */
  readonly membership: KeptMembership;
  readonly laptop: () => { readonly name: string; readonly version: string };
  readonly onError: (where: string, error: unknown) => void;
}

/** This laptop as a hub. */
export interface OwnHub {
  describe(): Promise<HubDescription['own']>;
  start(): Promise<Outcome<Record<string, never>>>;
  stop(): Promise<Outcome<Record<string, never>>>;
  card(): Promise<Outcome<{ readonly card: string; readonly code: string }>>;
  ask(task: HubTask): Promise<Outcome<HubAnswer>>;
  /** Starts it again if it ran when the app ended. */
  resume(): Promise<void>;
  /** Goes along when the laptop has come into another network, or into one at last; its members find it there again. */
  follow(): Promise<void>;
  isRunning(): boolean;
  /** The app ends. */
  end(): Promise<void>;
}

interface Running {
  readonly child: HubChild;
  readonly ready: HubReady;
  readonly host: string;
  readonly stopAnnouncing: () => void;
}

export async function openHub(parts: HubParts): Promise<OwnHub> {
  const { fileSystem, directory, membership } = parts;
  const path = `${directory}.json`;
  let state = (await readJsonFile(fileSystem, path, stateSchema)) ?? { isOn: false, port: 0 };
  let running: Running | null = null;
  let trouble: Problem | null = null;
  let isClosing = false;
  /** It was to come up at another address and did not: an address may be there before it can be listened on. */
  let isMoving = false;
  let starting: Promise<Outcome<Record<string, never>>> | null = null;

  async function keep(next: typeof state): Promise<void> {
    await writeJsonFile(fileSystem, path, next);
    state = next;
  }

  async function begin(): Promise<Outcome<Record<string, never>>> {
    const host = parts.address(null);
    if (host === null) return fail(problem('hub.noNetwork'));
    const args = ['--data', join(directory, 'data'), '--host', host, '--port', String(state.port)];
    const child = superviseHub(parts.start(args, parts.name()), () => {
      if (running?.child !== child) return;
      running.stopAnnouncing();
      running = null;
      trouble = problem('hub.stopped');
    });
    const ready = await child.ready;
    if (!ready.ok) return ready;
    const own = await joinOwn(parts, child, ready.value);
    if (!own.ok) {
      await child.stop();
      return own;
    }
    const { port, authorityHash } = ready.value;
    running = {
      child,
      ready: ready.value,
      host,
      stopAnnouncing: parts.announce({ name: parts.name(), host, port, authorityHash }),
    };
    await keep({ isOn: true, port });
    return succeed({});
  }

  function start(): Promise<Outcome<Record<string, never>>> {
    if (running) return Promise.resolve(succeed({}));
    trouble = null;
    starting ??= begin()
      .then((begun) => {
        trouble = begun.ok ? null : begun.problem;
        return begun;
      })
      .finally(() => (starting = null));
    return starting;
  }

  async function end(): Promise<void> {
    await starting;
    const ended = running;
    running = null;
    ended?.stopAnnouncing();
    await ended?.child.stop();
  }

  async function ask(task: HubTask): Promise<Outcome<HubAnswer>> {
    return running ? running.child.ask(task) : fail(trouble ?? problem('hub.stopped'));
  }

  return {
    async describe() {
      if (!state.isOn && !starting && !running) return null;
      const { serverUrl = '', authorityHash = '' } = running?.ready ?? {};
      const told = running ? await ask({ kind: 'describe' }) : null;
      const found = told?.ok && 'members' in told.value ? told.value : { members: [], tours: [] };
      return { isReady: running !== null, problem: trouble, serverUrl, authorityHash, ...found };
    },
    async start() {
      if (!state.isOn && membership.get()) return fail(problem('hub.isMember'));
      return start();
    },
    async stop() {
      // Said first: what goes along into another network at this moment must not start it again.
      await keep({ ...state, isOn: false });
      await end();
      isMoving = false;
      trouble = null;
      await keep({ ...state, isOn: false });
      await membership.keep(null);
      return succeed({});
    },
    async card() {
      const asked = await ask({ kind: 'code', for: 'member' });
      if (!asked.ok) return asked;
      if (!running || !('code' in asked.value)) return fail(problem('hub.stopped'));
      const { serverUrl, authorityHash } = running.ready;
      const { code } = asked.value;
      return succeed({ code, card: joinCardText({ serverUrl, code, authorityHash }) });
    },
    ask,
    async resume() {
      if (!state.isOn) return;
      const begun = await start();
      if (!begun.ok) parts.onError('hub', begun.problem.code);
    },
    async follow() {
      if (!state.isOn || starting) return;
      const host = parts.address(running?.host ?? null);
      const isMoved = running !== null && running.host !== host;
      if (host === null || !(isMoved || isMoving || trouble?.code === 'hub.noNetwork')) return;
      isMoving = true;
      await end();
      if (!state.isOn || isClosing) return;
      const begun = await start();
      isMoving = !begun.ok;
      if (!begun.ok) parts.onError('hub', begun.problem.code);
    },
    isRunning: () => running !== null || starting !== null,
    end() {
      isClosing = true;
      return end();
    },
  };
}

/** The hub's own laptop exchanges with it like any other: that is how what the team brought is handed on. */
async function joinOwn(
  { keys, laptop, membership }: HubParts,
  child: HubChild,
  { serverUrl, authorityHash }: HubReady,
): Promise<Outcome<null>> {
  const code = await child.ask({ kind: 'code', for: 'owner' });
  if (!code.ok) return code;
  if (!('code' in code.value)) return fail(problem('hub.stopped'));
  const joined = await joinOffice({ serverUrl, authorityHash, code: code.value.code }, keys, laptop());
  if (!joined.ok) return joined;
  await membership.keep(joined.value);
  return succeed(null);
}

import { type Outcome, fail, succeed } from '../../shared/outcome';
import type { TransferSettings } from '../../shared/protocol/transfers';
import type { Seal } from '../../shared/sealing/seal';
import { exchangeWithHub } from '../../shared/sync/exchange-with-hub';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { databaseProblem } from './database-problem';
import { dropFromOwnHub } from './drop-from-own-hub';
import { createHubFileWaits } from './hub-file-waits';
import { laptopStoreOn } from './laptop-store';
import { moveHubFiles } from './move-hub-files';
import { type Observable, createObservable } from './observable';
import type { Queue } from './one-at-a-time';
import type { SyncStage } from './sync-loop';

export interface HubLoop {
  readonly stage: Observable<SyncStage>;
  /** Soon, after a save, where there is a hub. */
  soon(): void;
  /** At once, also where there was no hub before. */
  now(): void;
}

export interface HubLoopParts {
  readonly database: Database;
  readonly seal: Seal;
  readonly queue: Queue;
  readonly now: () => string;
  readonly transfers: () => TransferSettings;
  /** Something came from the hub that the central server may not have. */
  readonly onTaken: () => void;
}

const soonMillis = 800;
/** A local network costs nothing, and colleagues stand beside each other. */
const idleMillis = 5000;
const longestWaitMillis = 30_000;

/** Exchanges with the team's hub, where there is one: after a save and every few seconds, later and later while it fails. */
export function startHubLoop(parts: HubLoopParts): HubLoop {
  const { database, seal, queue, now } = parts;
  const stage = createObservable<SyncStage>({ stage: 'off', problem: null });
  const store = laptopStoreOn(database, seal);
  const waits = createHubFileWaits();
  let timer: number | undefined;
  let running = false;
  let again = false;
  let failures = 0;

  function schedule(millis: number): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => void run(), millis);
  }

  async function run(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    // The database may be closed at any time (a full disk); the loop must outlive that.
    const outcome = await round().catch((error: unknown) => fail(databaseProblem(error)));
    running = false;
    failures = outcome.ok ? 0 : failures + 1;
    stage.set(stageAfter(outcome));
    if (again) schedule(soonMillis);
    else if (stage.get().stage !== 'off')
      schedule(outcome.ok ? idleMillis : Math.min(longestWaitMillis, 1000 * 2 ** failures));
  }

  async function round(): Promise<Outcome<unknown>> {
    const described = await callBridge('hub.describe', {});
    const own = described.ok ? described.value.own : null;
    const hasHub = own !== null || (described.ok && described.value.joined !== null);
    if (stage.get().stage === 'off' && !hasHub) return succeed(null);
    for (;;) {
      const exchanged = await exchangeWithHub(store, { ask, queue, now }, own !== null);
      if (!exchanged.ok) return exchanged;
      stage.set({ stage: 'working', problem: null });
      if (exchanged.value.taken > 0) parts.onTaken();
      if (!exchanged.value.more) break;
    }
    const moved = await moveHubFiles(database, parts.transfers(), waits, parts.onTaken);
    if (own && (await dropFromOwnHub(database, store, queue))) parts.onTaken();
    return moved;
  }

  function stageAfter(outcome: Outcome<unknown>): SyncStage {
    if (outcome.ok) {
      const isOff = stage.get().stage === 'off';
      return { stage: isOff ? 'off' : 'idle', problem: null };
    }
    const { problem } = outcome;
    if (problem.code === 'hub.notJoined') return { stage: 'off', problem: null };
    return { stage: problem.code === 'server.unreachable' ? 'offline' : 'trouble', problem };
  }

  async function ask(question: Parameters<Parameters<typeof exchangeWithHub>[1]['ask']>[0]) {
    const { epoch, cursors, views, changes, away } = question;
    const pending = await pendingForHub(database);
    const bodies = changes.map((change) => change.body());
    return callBridge('hub.exchange', { epoch, cursors, views, changes: bodies, pending, away });
  }

  window.addEventListener('online', () => schedule(0));
  schedule(0);
  return {
    stage,
    soon() {
      if (stage.get().stage === 'off') return;
      if (running) again = true;
      else if (failures === 0) schedule(soonMillis);
    },
    now: () => schedule(0),
  };
}

/** How much this laptop still has for the hub: entries of the journal beyond its place in it, and files. */
export async function pendingForHub({ progress, hubs, hubFiles }: Database): Promise<number> {
  const row = await progress.get('progress');
  const hub = row?.hub === undefined ? undefined : await hubs.get(row.hub);
  return Math.max(0, (row?.sequence ?? 0) - (hub?.handed ?? 0)) + (await hubFiles.count());
}

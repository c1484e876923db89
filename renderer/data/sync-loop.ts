import { type Outcome, fail, succeed } from '../../shared/outcome';
import type { Problem } from '../../shared/problems';
import type { TransferSettings } from '../../shared/protocol/transfers';
import type { Seal } from '../../shared/sealing/seal';
import type { VisitCount } from '../../shared/sync/laptop-store';
import type { Exchanged } from '../../shared/sync/exchange-once';
import { removeLost } from '../../shared/sync/remove-lost';
import { type AskAhead, createAskAhead } from './ask-ahead';
import { createBatchSize } from '../../shared/sync/batch-size';
import { followWithheld } from './bundles/follow-withheld';
import { handInCarried } from './bundles/hand-in-carried';
import type { Database } from './database';
import { databaseProblem } from './database-problem';
import { exchangeOnce } from './exchange-once';
import { createFileLoop } from './file-loop';
import { laptopStoreOn } from './laptop-store';
import { type Observable, createObservable } from './observable';
import { type Queue, oneAtATime } from './one-at-a-time';
import { refreshOpenItems } from './open-items/refresh-open-items';
import { heldByOwnHub } from './held-by-own-hub';
import { endUnderWay } from './under-way';

export interface SyncStage {
  readonly stage: 'off' | 'idle' | 'working' | 'offline' | 'trouble';
  readonly problem: Problem | null;
}

export interface SyncLoop {
  readonly stage: Observable<SyncStage>;
  /** How much would go of what this laptop may no longer read, where that is so much that a person has to agree. */
  readonly removal: Observable<VisitCount | null>;
  /** The person has agreed that these go. */
  agreeToRemoval(scopes: readonly string[]): Promise<void>;
  /** Runs between two exchanges: nothing is sent, nor handed in for others, while it has half of it in the outbox. */
  between<T>(task: () => Promise<T>): Promise<T>;
  /** A whole round that begins now, and what came of it. */
  exchangeNow(): Promise<Outcome<unknown>>;
  /** Soon: after a save, so that a burst of typing makes one exchange. */
  soon(): void;
  /** At once, whatever happened before. */
  now(): void;
}

const soonMillis = 800;
const idleMillis = 30_000;
const longestWaitMillis = 60_000;

/** Decides when to exchange: after a save, when the network is back, every half minute; one exchange at a time, later and later while it fails. */
export function startSyncLoop(
  database: Database,
  seal: Seal,
  queue: Queue,
  now: () => string,
  transfers: () => TransferSettings,
  afterReply: () => Promise<unknown> = () => Promise.resolve(),
): SyncLoop {
  const stage = createObservable<SyncStage>({ stage: 'off', problem: null });
  const removal = createObservable<VisitCount | null>(null);
  const batch = createBatchSize();
  const inTurn = oneAtATime();
  let timer: number | undefined;
  let running = false;
  let underWay: Promise<Outcome<unknown>> = Promise.resolve(succeed(null));
  let again = false;
  let late = false;
  let failures = 0;
  /** What main withholds, as the database knows it. */
  let withheld: number | null = null;
  const files = createFileLoop(database, transfers, () => {
    if (!running && failures === 0) stage.set(stageAfter(files.last()));
  });

  function schedule(millis: number): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => void run(), millis);
  }

  /** What was asked for while a round ended comes first: a button that was pressed then must not wait for half a minute. */
  function scheduleNext(millis: number): void {
    if (timer === undefined) schedule(millis);
  }

  async function run(): Promise<void> {
    if (running) {
      timer = undefined;
      again = true;
      return;
    }
    timer = undefined;
    running = true;
    again = false;
    late = false;
    stage.set({ ...stage.get(), stage: 'working' });
    // The database may be closed at any time (a full disk); the loop must outlive that.
    underWay = round().catch((error: unknown) => fail(databaseProblem(error)));
    const outcome = await underWay;
    running = false;
    failures = outcome.ok ? 0 : failures + 1;
    stage.set(stageAfter(outcome.ok ? files.last() : outcome));
    if (outcome.ok) files.go();
    if (again || (late && outcome.ok)) scheduleNext(soonMillis);
    else scheduleNext(outcome.ok ? idleMillis : Math.min(longestWaitMillis, 2000 * 2 ** failures));
  }

  async function round(): Promise<Outcome<unknown>> {
    const ahead = createAskAhead();
    for (;;) {
      const exchanged = await inTurn(() => handInAndExchange(ahead));
      if (!exchanged.ok) return exchanged;
      await afterReply();
      if (exchanged.value.more) continue;
      await removeWhatIsLost([]);
      await inTurn(() => refreshOpenItems(database, seal, queue));
      return exchanged;
    }
  }

  async function handInAndExchange(ahead: AskAhead): Promise<Outcome<Exchanged>> {
    const followed = await followWithheld(database, seal, queue, withheld);
    if (!followed.ok) return followed;
    withheld = followed.value;
    // Before one's own: what another laptop signed is judged by its rights, and then lies at the server already.
    const handedIn = await handInCarried(database, seal, queue);
    if (!handedIn.ok) return handedIn;
    return exchangeOnce(database, seal, queue, now, batch, ahead).finally(endUnderWay);
  }

  /** Little goes at once; of much it is asked first, at each exchange anew, since what was lost may be given back. */
  async function removeWhatIsLost(agreed: readonly string[]): Promise<void> {
    const store = laptopStoreOn(database, seal);
    const { lost } = await store.readProgress();
    // Not in the queue: a save must not wait for the hub's process.
    const held = await heldByOwnHub(database, seal, lost);
    const plan = await queue(() => removeLost(store, agreed, held));
    removal.set(plan.question);
  }

  async function exchangeNow(): Promise<Outcome<unknown>> {
    if (running) {
      await underWay;
      return exchangeNow();
    }
    clearTimeout(timer);
    void run();
    return underWay;
  }

  function soon(): void {
    // The exchange under way took its batch before this: its end must not put the next one off.
    if (running) late = true;
    else if (failures === 0) schedule(soonMillis);
  }

  window.addEventListener('online', () => schedule(0));
  schedule(0);
  return {
    stage,
    removal,
    between: inTurn,
    agreeToRemoval: removeWhatIsLost,
    exchangeNow,
    soon,
    now: () => schedule(0),
  };
}

function stageAfter(outcome: Outcome<unknown>): SyncStage {
  if (outcome.ok) return { stage: 'idle', problem: null };
  const { problem } = outcome;
  if (problem.code === 'server.notSet') return { stage: 'off', problem: null };
  return { stage: problem.code === 'server.unreachable' ? 'offline' : 'trouble', problem };
}

import { type Outcome, succeed } from '../outcome';
import type { Cursors, Views } from '../protocol/sync';
import type { LaptopStore, SyncProgress, Unsent } from './laptop-store';
import type { ReadReply } from './read-reply';
import { startOver } from './start-over';
import { takeReply } from './take-reply';

/** What a laptop asks; the road adds who is asking. */
export interface Question {
  readonly epoch: string | null;
  readonly cursors: Cursors;
  readonly views: Views;
  readonly changes: readonly Unsent[];
  /** What this laptop has put away. */
  readonly away: readonly string[];
}

/** What an exchange needs besides the store. */
export interface Road {
  ask(question: Question): Promise<Outcome<ReadReply>>;
  /** Runs what writes, so that no save comes in between. */
  queue<T>(task: () => Promise<T>): Promise<T>;
  /** A label for people. */
  now(): string;
}

export interface Exchanged {
  /** Another exchange is worth while. */
  readonly more: boolean;
  /** Scopes whose removal is due: see `remove-lost.ts`. */
  readonly lost: readonly string[];
}

/**
 * One exchange: the oldest unsent batch out, what is newer in.
 * When the server turns out to be another one (or was restored from an old backup), everything in the journal is queued again.
 */
export async function exchangeOnce(
  store: LaptopStore,
  { ask, queue, now }: Road,
): Promise<Outcome<Exchanged>> {
  const asked = await store.readProgress();
  const { changes, isFull } = await store.readUnsent();
  const { epoch, cursors, views, away } = asked;
  const answer = await ask({ epoch, cursors, views, changes, away });
  if (!answer.ok) return answer;
  const reply = answer.value;
  if (epoch !== null && reply.epoch !== epoch) {
    const started = await startOver(store, reply.epoch, queue);
    return started.ok ? succeed({ more: true, lost: [] }) : started;
  }
  return queue(async (): Promise<Outcome<Exchanged>> => {
    const progress = await store.readProgress();
    // The database was made again meanwhile: the reply says nothing of what it holds.
    if (!isSame(progress, asked)) return succeed({ more: true, lost: progress.lost });
    const taken = await takeReply(store, progress, changes, reply, now());
    return taken.ok ? succeed({ more: reply.more || isFull, lost: taken.value }) : taken;
  });
}

function isSame(progress: SyncProgress, asked: SyncProgress): boolean {
  const told = ({ epoch, cursors, views, away }: SyncProgress) =>
    JSON.stringify([epoch, cursors, views, away]);
  return told(progress) === told(asked);
}

import type { Change } from '../changes/change';
import type { Problem } from '../problems';

/** A change with its place in its scope: 1, 2, 3 … without a gap. */
export interface NumberedChange {
  readonly number: number;
  readonly change: Change;
}

/** How far a scope's log goes, and what the caller sees of it. */
export interface ReadableScope {
  readonly head: number;
  readonly view: string;
}

/** Part of a scope's log: numbers above `after`, up to and including `head`, as the caller's view shows it. */
export interface Stretch {
  readonly scope: string;
  readonly view: string;
  readonly after: number;
  readonly head: number;
}

/** A change of a page; without a body where it no longer fits into the bytes of the page. */
export interface PagedChange {
  readonly scope: string;
  readonly number: number;
  readonly change: Change | null;
}

/** What the server does with its database while it answers one request of one caller. Each call sees what is committed by then, and its own. */
export interface ServerTransaction {
  /** Locks the scopes until the transaction ends, making those that are new, and gives their last numbers. */
  lockScopes(scopes: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Which of these changes the log has already, by `changeKey`: as they are, or another change under the same id. */
  findSeen(changes: readonly Change[]): Promise<ReadonlyMap<string, 'same' | 'other'>>;
  /** Whether the log has all of these. */
  hasAll(changes: readonly Pick<Change, 'scope' | 'id'>[]): Promise<boolean>;
  /** Which of these changes the caller may not make, by id, and why. Asked under the lock, of changes that the log has not. */
  findForbidden(changes: readonly Change[]): Promise<ReadonlyMap<string, Problem>>;
  /** Writes down that these changes were refused, and forgets what was locked for them alone. */
  noteRefused(changes: readonly Change[]): Promise<void>;
  /** Appends numbered changes to the log and merges them into their records; durable when the transaction resolves. */
  append(changes: readonly NumberedChange[]): Promise<void>;
  /** Every scope that the caller may read. */
  readScopes(): Promise<ReadonlyMap<string, ReadableScope>>;
  /** The changes of the stretches in their order, without those with `leftOut` ids; at most `limit`, the first always with its body. */
  readPage(
    stretches: readonly Stretch[],
    leftOut: readonly string[],
    limit: number,
  ): Promise<readonly PagedChange[]>;
}

/** A server's log, to its kernel. Adapters: SQL, and memory in the simulation; one suite that both pass. */
export interface ServerStore {
  /** Which database this is; another one (or an older backup of this one) has another epoch. */
  readonly epoch: string;
  /** All of `work` or nothing. When it resolves, what it did survives a power cut. */
  transact<T>(work: (transaction: ServerTransaction) => Promise<T>): Promise<T>;
}

/** A change as the log knows it. Ids hold no space. */
export function changeKey({ scope, id }: Pick<Change, 'scope' | 'id'>): string {
  return `${scope} ${id}`;
}

import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../shared/changes/change';
import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import { problem } from '../../shared/problems';
import { wholeView } from '../../shared/protocol/sync';
import {
  type NumberedChange,
  type PagedChange,
  type ServerStore,
  type ServerTransaction,
  changeKey,
} from '../../shared/sync/server-store';
import type { PlacedBatch, TeamLog } from './team-log';
import type { Thread } from './threads';

/** What is committed: of each scope its changes, in the order of their numbers. */
export interface ServerDisk {
  epoch: string;
  log: Map<string, NumberedChange[]>;
  /** The number that each scope's next change follows. */
  heads: Map<string, number>;
}

/** What a safeguard that was taken out would leave. */
export interface ServerFaults {
  readonly noDedupe?: boolean;
  readonly takesOutOfTurn?: boolean;
  /** Numbers from a counter, as a sequence of the database gives them, without holding the scope. */
  readonly noLock?: boolean;
  /** An answer goes out before what it settles is on the disk. */
  readonly ackFirst?: boolean;
  readonly merge?: typeof merge;
}

export interface MemoryServer {
  readonly disk: ServerDisk;
  /** The store, as one request of one device sees it. */
  storeFor(thread: Thread, device: string): ServerStore;
  /** What a device may not read or write at present, as "device scope". */
  readonly denied: Set<string>;
  /** By id, every change that was ever committed here, whatever was restored since. */
  readonly ever: ReadonlyMap<string, Change>;
  /** The power goes: transactions that have not committed never happened, locks are free. */
  crash(): void;
}

export function emptyServerDisk(epoch: string): ServerDisk {
  return { epoch, log: new Map(), heads: new Map() };
}

/**
 * A server's database in memory: read committed, a lock per scope, a commit that is there as a whole or not at all. With a log of teams
 * it shows each device what that says; without one everything that is not denied.
 */
export function makeMemoryServer(
  disk: ServerDisk,
  faults: ServerFaults = {},
  teamLog: TeamLog | null = null,
): MemoryServer {
  const locked = new Set<string>();
  /** Numbers given without a lock. */
  const counter = new Map<string, number>();
  let unsaved: (() => void)[] = [];
  const denied = new Set<string>();
  const ever = new Map<string, Change>();
  return {
    disk,
    denied,
    ever,
    crash() {
      locked.clear();
      counter.clear();
      unsaved = [];
    },
    storeFor: (thread, device) => ({
      epoch: disk.epoch,
      async transact(work) {
        const held: string[] = [];
        const own = new Map<string, NumberedChange[]>();
        let batch: PlacedBatch | null = null;
        const logOf = (scope: string): NumberedChange[] => {
          const [there = [], mine] = [disk.log.get(scope), own.get(scope)];
          return mine ? [...there, ...mine] : there;
        };
        const viewOf = (scope: string) => (teamLog ? teamLog.viewOf(device, scope) : wholeView);
        const mayRead = (scope: string) => !denied.has(`${device} ${scope}`) && viewOf(scope) !== null;
        const headOf = (scope: string) =>
          Math.max(
            own.get(scope)?.at(-1)?.number ?? 0,
            ...(batch?.handed ?? []).filter((row) => row.scope === scope).map(({ number }) => number),
            disk.heads.get(scope) ?? 0,
          );
        const transaction: ServerTransaction = {
          async lockScopes(scopes) {
            const last = new Map<string, number>();
            for (const scope of [...scopes].sort()) {
              if (!faults.noLock) {
                do await thread.step(() => !locked.has(scope));
                while (locked.has(scope));
                locked.add(scope);
                held.push(scope);
              }
              const head = disk.heads.get(scope) ?? 0;
              last.set(scope, faults.noLock ? Math.max(head, counter.get(scope) ?? 0) : head);
            }
            return last;
          },
          async findSeen(changes) {
            await thread.step();
            if (faults.noDedupe) return new Map();
            const scopes = new Set(changes.map(({ scope }) => scope));
            const known = new Map(
              [...scopes].flatMap((scope) =>
                logOf(scope).map(({ change }) => [changeKey(change), change] as const),
              ),
            );
            return new Map(
              changes.flatMap((change) => {
                const before = known.get(changeKey(change));
                if (!before) return [];
                return [[changeKey(change), isDeepStrictEqual(before, change) ? 'same' : 'other'] as const];
              }),
            );
          },
          async hasAll(changes) {
            await thread.step();
            const known = new Set(
              changes.flatMap(({ scope }) => logOf(scope)).map(({ change }) => change.id),
            );
            return faults.takesOutOfTurn === true || changes.every(({ id }) => known.has(id));
          },
          findForbidden(changes) {
            const forbidden = teamLog
              ? teamLog.findHidden(device, changes)
              : changes.filter(({ scope }) => !mayRead(scope));
            return Promise.resolve(new Map(forbidden.map(({ id }) => [id, problem('change.forbidden')])));
          },
          noteRefused: () => Promise.resolve(),
          async append(changes) {
            for (const each of changes) {
              const { scope } = each.change;
              own.set(scope, [...(own.get(scope) ?? []), each]);
              if (faults.noLock) counter.set(scope, each.number);
            }
            batch = teamLog?.place(changes) ?? null;
            await thread.step();
          },
          async readScopes() {
            await thread.step();
            const names = [...new Set([...disk.log.keys(), ...own.keys()])].filter(mayRead);
            return new Map(
              names.sort().map((scope) => {
                return [scope, { head: headOf(scope), view: viewOf(scope) ?? wholeView }];
              }),
            );
          },
          async readPage(stretches, leftOut, limit) {
            await thread.step();
            const rows = stretches.flatMap((stretch) => {
              const { scope, after, head } = stretch;
              const log = logOf(scope);
              const shown = teamLog
                ? teamLog.show(stretch, log, batch)
                : log.filter(({ number }) => number > after && number <= head);
              return shown
                .filter(({ change }) => !leftOut.includes(change.id))
                .map(({ number, change }): PagedChange => ({ scope, number, change }));
            });
            return rows.slice(0, limit);
          },
        };
        const release = () => {
          for (const scope of held) locked.delete(scope);
        };
        const result = await work(transaction).catch((error: unknown) => {
          release();
          throw error;
        });
        const commit = () => {
          for (const [scope, changes] of own) {
            disk.log.set(scope, logOf(scope));
            for (const { change } of changes) ever.set(change.id, change);
            disk.heads.set(scope, headOf(scope));
          }
          if (batch) teamLog?.commit(batch);
        };
        if (own.size > 0) {
          await thread.step();
          if (faults.ackFirst) unsaved.push(commit);
          else commit();
        }
        release();
        if (faults.ackFirst && unsaved.length > 3) for (const late of unsaved.splice(0)) late();
        await thread.step();
        return result;
      },
    }),
  };
}

/** The records that a log amounts to. */
export function recordsOf(disk: ServerDisk, rule: typeof merge = merge): ReadonlyMap<string, RecordState> {
  const records = new Map<string, RecordState>();
  for (const change of changesOf(disk)) records.set(change.record, rule(records.get(change.record), change));
  return records;
}

export function changesOf(disk: ServerDisk): readonly Change[] {
  return [...disk.log.values()].flatMap((changes) => changes.map(({ change }) => change));
}

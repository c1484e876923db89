import type { ExchangeRequest } from '../../shared/protocol/sync';
import { type ServerReply, acceptRequest } from '../../shared/sync/accept-request';
import {
  type MemoryServer,
  type ServerDisk,
  type ServerFaults,
  changesOf,
  emptyServerDisk,
  makeMemoryServer,
} from './memory-server';
import type { TeamBackup, TeamLog } from './team-log';
import { type Threads, freeThread, makeThreads } from './threads';

/** A page of a simulated server. */
const pageSize = 8;

export type Backup = Pick<ServerDisk, 'log' | 'heads'> & { readonly teams: TeamBackup | null };

/** A server that is simulated: the central one, or a hub's. */
export interface Node {
  readonly name: string;
  readonly memory: MemoryServer;
  readonly disk: ServerDisk;
  readonly threads: Threads;
  /** Answers in steps of its own; `reply` is not called when it crashes before. */
  answer(request: ExchangeRequest, reply: (answer: ServerReply) => void): Promise<void>;
  /** Answers at once. */
  answerNow(request: ExchangeRequest): Promise<ServerReply>;
  crash(): void;
  /** Puts an older state in place, as a new epoch. */
  restore(backup: Backup): void;
  backup(): Backup;
  /** What was acknowledged in this epoch and is not there. */
  brokenAcks(): readonly string[];
}

export interface NodeFaults extends ServerFaults {
  /** The cursor goes to the end of each scope, whatever the page held. */
  readonly cursorAhead?: boolean;
  readonly epochIgnored?: boolean;
  /** Takes what a laptop sends that follows a state from before a restore. */
  readonly takesFromBefore?: boolean;
}

export function makeNode(name: string, faults: NodeFaults, teamLog: TeamLog | null = null): Node {
  let epoch = 1;
  const disk = emptyServerDisk(`${name}-1`);
  const memory = makeMemoryServer(disk, faults, teamLog);
  const threads = makeThreads();
  const acknowledged = new Set<string>();

  /** What leaves the server, with the safeguards that were taken out. */
  function sent(request: ExchangeRequest, reply: ServerReply): ServerReply {
    for (const id of reply.settled) acknowledged.add(id);
    return {
      ...reply,
      ...(faults.epochIgnored && request.epoch !== null && { epoch: request.epoch }),
      ...(faults.cursorAhead && { cursors: Object.fromEntries(disk.heads) }),
    };
  }

  function asked(request: ExchangeRequest): ExchangeRequest {
    if (faults.epochIgnored) return { ...request, epoch: disk.epoch };
    return faults.takesFromBefore && request.epoch !== disk.epoch ? { ...request, epoch: null } : request;
  }

  return {
    name,
    memory,
    disk,
    threads,
    answer: (request, reply) =>
      threads.start(async (thread) => {
        await thread.step();
        const store = memory.storeFor(thread, request.device);
        reply(sent(request, await acceptRequest(store, asked(request), pageSize)));
      }),
    async answerNow(request) {
      const store = memory.storeFor(freeThread, request.device);
      return sent(request, await acceptRequest(store, asked(request), 2000));
    },
    crash() {
      threads.abandon();
      memory.crash();
    },
    restore(backup) {
      threads.abandon();
      memory.crash();
      disk.log = new Map(backup.log);
      disk.heads = new Map(backup.heads);
      if (backup.teams) teamLog?.restore(backup.teams);
      epoch += 1;
      disk.epoch = `${name}-${epoch}`;
      acknowledged.clear();
    },
    // The lists of the log are never written over in place.
    backup: () => ({
      log: new Map(disk.log),
      heads: new Map(disk.heads),
      teams: teamLog?.backup() ?? null,
    }),
    brokenAcks() {
      const there = new Set(changesOf(disk).map((change) => change.id));
      return [...acknowledged].filter((id) => !there.has(id));
    },
  };
}

import type { AnyChange, Change } from '../../shared/changes/change';
import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import { succeed } from '../../shared/outcome';
import type { Problem } from '../../shared/problems';
import type { JournalEntry } from '../../shared/protocol/bridge';
import {
  type HubProgress,
  type LaptopStep,
  type LaptopStore,
  type SyncProgress,
  newHub,
} from '../../shared/sync/laptop-store';
import { leftAway } from '../../shared/sync/left-away';
import { unsentOf } from '../../shared/sync/unsent-of';
import type { Thread } from './threads';

interface Refused {
  readonly change: Change;
  readonly problem: Problem;
}

/** What is on a laptop's disk: the journal, and the database that follows it. */
export interface LaptopDisk {
  readonly journal: JournalEntry[];
  /** Of the journal's last entry: what was taken off left gaps. */
  sequence: number;
  /** What was taken off the disk: known to whoever looks at the end, and to no program. */
  readonly gone: Set<string>;
  readonly records: Map<string, RecordState>;
  readonly history: Map<string, Change>;
  readonly outbox: Map<string, Change>;
  readonly refused: Map<string, Refused>;
  readonly unread: Map<string, AnyChange>;
  /** The places of hubs by their epoch, and the present one's. */
  readonly hubs: Map<string, HubProgress>;
  hub: string | null;
  progress: SyncProgress & { readonly sequence: number };
}

/** What a safeguard that was taken out would leave. */
export interface LaptopFaults {
  /** Each table is written by itself: a crash in between leaves some. */
  readonly noTransaction?: boolean;
  /** A change counts as saved before the journal has it. */
  readonly savedFirst?: boolean;
  /** What came from the hub is for this laptop only. */
  readonly notPassedOn?: boolean;
  /** What waits to be sent holds no removal up. */
  readonly removesUnsent?: boolean;
  /** What is only here holds nothing up that is put away by hand. */
  readonly putsAwayUnsent?: boolean;
  /** What is removed stays in the journal. */
  readonly keepsRemoved?: boolean;
  /** What the server took away is not known any more, so that a hub brings it again. */
  readonly forgetsTaken?: boolean;
  /** What a stick brings of a tour that was put away leaves the rest of it there. */
  readonly staysAway?: boolean;
  /** In place of the merge rule. */
  readonly merge?: typeof merge;
}

export interface MemoryLaptop {
  readonly disk: LaptopDisk;
  /** The store, as the code of one thread sees it. */
  storeFor(thread: Thread): LaptopStore;
  /** The power goes: of what was being appended to the journal a part is on the disk. `part` is between 0 and 1. */
  crash(part: number): void;
}

/** Changes that one exchange of a simulated laptop carries. */
const batchSize = 6;
const journalPage = 40;

export function emptyDisk(): LaptopDisk {
  return {
    journal: [],
    sequence: 0,
    gone: new Set(),
    records: new Map(),
    history: new Map(),
    outbox: new Map(),
    refused: new Map(),
    unread: new Map(),
    hubs: new Map(),
    hub: null,
    progress: { epoch: null, cursors: {}, views: {}, lost: [], taken: [], away: [], sequence: 0 },
  };
}

/**
 * A laptop in memory with the semantics of the real one: an append to the journal is on the disk as far as it got, in order; a
 * commit is there as a whole or not at all.
 */
export function makeMemoryLaptop(disk: LaptopDisk, faults: LaptopFaults = {}): MemoryLaptop {
  let underWay: readonly JournalEntry[] = [];
  const rule = faults.merge ?? merge;
  return {
    disk,
    storeFor: (thread) => ({
      readProgress: () => Promise.resolve(disk.progress),
      readHub: (epoch = disk.hub ?? undefined) =>
        Promise.resolve((epoch && disk.hubs.get(epoch)) || newHub(epoch ?? null)),
      readUnsent() {
        const changes = [...disk.outbox.values()].slice(0, batchSize);
        return Promise.resolve({ changes: changes.map(unsentOf), isFull: changes.length === batchSize });
      },
      findUnsent(scopes) {
        if (faults.removesUnsent) return Promise.resolve(new Set());
        const unsent = new Set([...disk.outbox.values()].map((change) => change.scope));
        return Promise.resolve(new Set(scopes.filter((scope) => unsent.has(scope))));
      },
      findHeld(scopes) {
        if (faults.putsAwayUnsent) return Promise.resolve(new Set());
        const refused = [...disk.refused.values()].map(({ change }) => change);
        const held = [...disk.outbox.values(), ...refused, ...disk.unread.values()] as { scope?: unknown }[];
        return Promise.resolve(new Set(scopes.filter((scope) => held.some((one) => one.scope === scope))));
      },
      findKnown: (changes) =>
        Promise.resolve(new Set(changes.flatMap(({ id }) => (disk.history.has(id) ? id : [])))),
      async append(origin, changes) {
        await thread.step();
        const last = disk.sequence;
        underWay = changes.map((change, place) => ({ sequence: last + place + 1, origin, change }));
        await thread.step();
        write(disk, underWay);
        underWay = [];
        return succeed(disk.sequence);
      },
      readJournal(after) {
        const from = disk.journal.findIndex(({ sequence }) => sequence > after);
        return Promise.resolve(succeed(from < 0 ? [] : disk.journal.slice(from, from + journalPage)));
      },
      async commit(step) {
        await thread.step();
        for (const write of writes(disk, step, rule, faults)) {
          write();
          if (faults.noTransaction) await thread.step();
        }
        await thread.step();
      },
      countVisits(scopes) {
        const stops = [...disk.records.values()].filter((state) => state.kind === 'stop');
        const lost = stops.filter((state) => scopes.includes(state.scope));
        return Promise.resolve({ all: stops.length, lost: lost.length });
      },
      async removeScopes(scopes) {
        await thread.step();
        if (!faults.keepsRemoved) forget(disk, new Set(scopes));
        await thread.step();
        remove(disk, new Set(scopes), faults);
        await thread.step();
        return succeed(null);
      },
    }),
    crash(part) {
      write(disk, underWay.slice(0, Math.round(underWay.length * part)));
      underWay = [];
    },
  };
}

function write(disk: LaptopDisk, entries: readonly JournalEntry[]): void {
  disk.journal.push(...entries);
  disk.sequence = entries.at(-1)?.sequence ?? disk.sequence;
}

/** Out of the journal, but for what was refused. */
function forget(disk: LaptopDisk, scopes: ReadonlySet<string>): void {
  const kept = disk.journal.filter(({ change }) => !scopes.has(change.scope) || disk.refused.has(change.id));
  const left = new Set(kept);
  for (const entry of disk.journal) if (!left.has(entry)) disk.gone.add(entry.change.id);
  disk.journal.splice(0, disk.journal.length, ...kept);
}

/** The place in the journal first, which no order of tables may make wrong: that is what a transaction is for. */
function writes(
  disk: LaptopDisk,
  step: LaptopStep,
  rule: typeof merge,
  faults: LaptopFaults,
): readonly (() => void)[] {
  const local = step.merge?.local ?? [];
  const all = [...local, ...(step.merge?.remote ?? [])];
  const { progress, place } = step;
  return [
    () => {
      const isNext = place !== undefined && disk.progress.sequence >= place.from;
      const sequence = isNext ? Math.max(disk.progress.sequence, place.sequence) : disk.progress.sequence;
      disk.progress = { ...disk.progress, ...progress, sequence };
      disk.progress = {
        ...disk.progress,
        away: faults.staysAway ? disk.progress.away : leftAway(disk.progress, local),
      };
      if (step.again) askHubsAgain(disk, step.again);
      const hub = step.hub?.progress;
      if (!hub || hub.epoch === null) return;
      disk.hub = hub.epoch;
      disk.hubs.set(hub.epoch, hub);
    },
    () => {
      for (const change of all) {
        disk.records.set(change.record, rule(disk.records.get(change.record), change));
        disk.history.set(change.id, change);
      }
    },
    () => {
      for (const change of step.unread ?? []) disk.unread.set(change.id, change);
      if (step.inOrder) for (const { id } of local) disk.outbox.delete(id);
      const waits = faults.notPassedOn && step.hub ? [] : local;
      for (const change of waits) if (!disk.outbox.has(change.id)) disk.outbox.set(change.id, change);
      for (const id of step.done ?? []) disk.outbox.delete(id);
      for (const id of step.settled ?? []) disk.refused.delete(id);
      for (const one of step.refused ?? []) disk.refused.set(one.change.id, one);
    },
    () => {
      for (const { id, record } of step.discarded ?? []) {
        const changes = [...disk.history.values()].filter((one) => one.record === record && one.id !== id);
        const left = changes.reduce<RecordState | undefined>(rule, undefined);
        if (left) disk.records.set(record, left);
        else disk.records.delete(record);
        for (const held of [disk.history, disk.outbox, disk.refused]) held.delete(id);
      }
    },
  ];
}

/** The same disk once more: an image of it, put into another laptop. */
export function copyOfDisk(disk: LaptopDisk): LaptopDisk {
  return {
    journal: [...disk.journal],
    sequence: disk.sequence,
    gone: new Set(disk.gone),
    records: new Map(disk.records),
    history: new Map(disk.history),
    outbox: new Map(disk.outbox),
    refused: new Map(disk.refused),
    unread: new Map(disk.unread),
    hubs: new Map(disk.hubs),
    hub: disk.hub,
    progress: disk.progress,
  };
}

function remove(disk: LaptopDisk, scopes: ReadonlySet<string>, faults: LaptopFaults): void {
  const kept = <T>(entries: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(entries).filter(([scope]) => !scopes.has(scope)));
  for (const [id, { scope }] of disk.records) if (scopes.has(scope)) disk.records.delete(id);
  for (const [id, { scope }] of disk.history) if (scopes.has(scope)) disk.history.delete(id);
  for (const [id, change] of disk.unread) {
    const { scope } = change as AnyChange & { readonly scope?: unknown };
    if (typeof scope === 'string' && scopes.has(scope)) disk.unread.delete(id);
  }
  const { cursors, views, lost, taken } = disk.progress;
  disk.progress = {
    ...disk.progress,
    cursors: kept(cursors),
    views: kept(views),
    lost: lost.filter((scope) => !scopes.has(scope)),
    taken: faults.forgetsTaken ? taken : [...new Set([...taken, ...scopes])],
  };
}

function askHubsAgain(disk: LaptopDisk, scopes: readonly string[]): void {
  for (const [epoch, hub] of disk.hubs) {
    const cursors = Object.entries(hub.cursors).filter(([scope]) => !scopes.includes(scope));
    disk.hubs.set(epoch, { ...hub, cursors: Object.fromEntries(cursors) });
  }
}

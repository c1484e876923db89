import { merge } from '../../shared/changes/merge';
import type { Change } from '../../shared/changes/change';
import type { RecordState } from '../../shared/changes/record-state';
import type { ExchangeRequest } from '../../shared/protocol/sync';
import type { ServerReply } from '../../shared/sync/accept-request';

export type Exchange = (request: ExchangeRequest) => Promise<ServerReply>;

/** A laptop reduced to what the exchange asks of it: outbox, cursors, records; it counts how often each change came. */
export interface TestDevice {
  readonly id: string;
  readonly states: Map<string, RecordState>;
  readonly settled: Set<string>;
  readonly came: Map<string, number>;
  edit(change: Change): void;
  /** How many changes wait to be settled. */
  unsent(): number;
  /** One exchange of at most `batch` unsent changes. With `isLost` the server does its part and the reply never comes. */
  sync(
    exchange: Exchange,
    options?: { readonly batch?: number; readonly isLost?: boolean },
  ): Promise<ServerReply>;
  /** Until nothing is unsent and nothing is newer. */
  syncAll(exchange: Exchange): Promise<void>;
}

export function makeTestDevice(id: string): TestDevice {
  let outbox: Change[] = [];
  let cursors: ExchangeRequest['cursors'] = {};
  let views: ExchangeRequest['views'] = {};
  let epoch: string | null = null;
  const device: TestDevice = {
    id,
    states: new Map(),
    settled: new Set(),
    came: new Map(),
    edit(change) {
      outbox.push(change);
      apply(device.states, change);
    },
    unsent: () => outbox.length,
    async sync(exchange, { batch = 2000, isLost = false } = {}) {
      const changes = outbox.slice(0, batch);
      const reply = await exchange({ protocol: 2, device: id, epoch, cursors, views, changes });
      if (isLost) return reply;
      ({ cursors, views, epoch } = reply);
      for (const settled of reply.settled) device.settled.add(settled);
      outbox = outbox.filter((change) => !reply.settled.includes(change.id));
      for (const change of reply.newer) {
        device.came.set(change.id, (device.came.get(change.id) ?? 0) + 1);
        apply(device.states, change);
      }
      return reply;
    },
    async syncAll(exchange) {
      while ((await device.sync(exchange)).more || outbox.length > 0);
    },
  };
  return device;
}

function apply(states: Map<string, RecordState>, change: Change): void {
  states.set(change.record, merge(states.get(change.record), change));
}

/** What two replicas must agree on, whatever the order in which things came. */
export function snapshot(states: Iterable<RecordState>): string {
  const sorted = [...states].sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify(
    sorted.map((state) => ({
      ...state,
      fields: Object.entries(state.fields).sort(([a], [b]) => (a < b ? -1 : 1)),
    })),
  );
}

import type { Change } from '../../shared/changes/change';
import type { ExchangeRequest } from '../../shared/protocol/sync';
import { noteChange } from './note-change';
import type { Exchange } from './test-device';
import type { TestLaptop } from './test-laptop';

/** The exchange over HTTP; throws where the line breaks or the server refuses. */
export function exchangeOver(url: string, laptop: TestLaptop): Exchange {
  return async (request: ExchangeRequest) => {
    const body = JSON.stringify(request);
    const answer = await fetch(`${url}/api/exchange`, {
      method: 'POST',
      headers: { ...laptop.headersFor('POST', '/api/exchange', body), 'content-type': 'application/json' },
      body,
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Awaited<ReturnType<Exchange>>;
  };
}

/** A laptop that pushes as fast as it can, and remembers what was acknowledged. A batch without an answer is sent again. */
export interface Pusher {
  readonly acknowledged: Set<string>;
  /** Pushes until the exchange fails or `shouldStop`. */
  push(exchange: Exchange, shouldStop: () => boolean): Promise<void>;
}

export function makePusher(device: string, random: () => number): Pusher {
  let batch: Change[] = [];
  const acknowledged = new Set<string>();
  return {
    acknowledged,
    async push(exchange, shouldStop) {
      while (!shouldStop()) {
        if (batch.length === 0) batch = makeBatch(device, random);
        const request = { protocol: 2 as const, device, epoch: null, cursors: {}, views: {}, changes: batch };
        const reply = await exchange(request).catch(() => null);
        if (!reply) return;
        for (const id of reply.settled) acknowledged.add(id);
        batch = [];
      }
    },
  };
}

function makeBatch(device: string, random: () => number): Change[] {
  return Array.from({ length: 1 + Math.floor(random() * 40) }, () =>
    noteChange({
      device,
      scope: ['office', 'tour-1', 'tour-2'][Math.floor(random() * 3)] ?? 'office',
      record: `note-${Math.floor(random() * 500)}`,
    }),
  );
}

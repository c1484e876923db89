import type { Outcome } from '../../shared/outcome';
import type { Seal } from '../../shared/sealing/seal';
import { type Exchanged, type Road, exchangeOnce as exchange } from '../../shared/sync/exchange-once';
import { type BatchSize, createBatchSize } from './batch-size';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { laptopStoreOn } from './laptop-store';
import type { Queue } from './one-at-a-time';
import { tellUnderWay } from './under-way';

/** One exchange with the server: the kernel of `shared/sync` on this laptop's database, by way of main. */
export function exchangeOnce(
  database: Database,
  seal: Seal,
  queue: Queue,
  now: () => string,
  batch: BatchSize = createBatchSize(),
): Promise<Outcome<Exchanged>> {
  const ask: Road['ask'] = async ({ changes, ...question }) => {
    tellUnderWay(changes);
    const begun = performance.now();
    const answer = await callBridge('sync.exchange', {
      ...question,
      changes: [...changes],
      page: batch.page(),
      pending: await countHeld(database, changes.length),
    });
    if (answer.ok || answer.problem.code === 'server.unreachable')
      batch.note(answer.ok, performance.now() - begun);
    return answer;
  };
  return exchange(laptopStoreOn(database, seal, batch.most()), { ask, queue, now });
}

/** What this laptop holds for itself when these changes have arrived. Counted by the database itself, without reading a row. */
async function countHeld({ outbox, files }: Database, sending: number): Promise<number> {
  const unsent = await outbox.count();
  return Math.max(0, unsent - sending) + (await files.where('state').equals('toSend').count());
}

import type { Outcome } from '../../shared/outcome';
import type { Seal } from '../../shared/sealing/seal';
import {
  type Exchanged,
  type Question,
  type Road,
  exchangeOnce as exchange,
} from '../../shared/sync/exchange-once';
import { type AskAhead, createAskAhead } from './ask-ahead';
import { type BatchSize, createBatchSize } from '../../shared/sync/batch-size';
import { callBridge } from './call-bridge';
import { countUnsent } from './outbox/count-unsent';
import type { Database } from './database';
import { laptopStoreOn, readQueue } from './laptop-store';
import type { Queue } from './one-at-a-time';
import { tellUnderWay } from './under-way';

/** One exchange with the server: the kernel of `shared/sync` on this laptop's database, by way of main. */
export function exchangeOnce(
  database: Database,
  seal: Seal,
  queue: Queue,
  now: () => string,
  batch: BatchSize = createBatchSize(),
  ahead: AskAhead = createAskAhead(),
): Promise<Outcome<Exchanged>> {
  const store = laptopStoreOn(database, seal, batch.most());
  let held: number | undefined;
  let end = 0;
  let isFull = false;
  const ask: Road['ask'] = async (question) => {
    tellUnderWay(question.changes);
    const terms = { page: batch.page(), pending: await countHeld(database, question.changes.length) };
    const readOn = () => readQueue(database, seal, batch.most(), end);
    const { answer, millis } = await ahead.ask(question, terms, canHandIn(question) ? readOn : null);
    if (answer.ok || answer.problem.code === 'server.unreachable') batch.note(answer.ok, millis);
    if (!answer.ok) return answer;
    ({ held } = answer.value);
    ahead.follow(question, answer.value, { ...terms, page: batch.page() }, readOn);
    return answer;
  };
  const readUnsent = async () => {
    const read = await readQueue(database, seal, (await ahead.handedIn()) ?? batch.most());
    ({ end, isFull } = read);
    return read;
  };
  /** Where the line is quick; and who put a tour away is given the rest of it with what he wrote there, which takes reading. */
  const canHandIn = ({ away }: Question) => away.length === 0 && isFull && batch.isQuick();
  const append: typeof store.append = async (origin, changes) => {
    if (held !== undefined && origin === 'remote') {
      const kept = await callBridge('sync.keep', { held, count: changes.length });
      if (kept.ok) return { ok: true, value: kept.value.sequence };
    }
    return store.append(origin, changes);
  };
  return exchange({ ...store, readUnsent, append }, { ask, queue, now });
}

/** What this laptop holds for itself when these changes have arrived. Counted by the database itself, without reading a row. */
async function countHeld(database: Database, sending: number): Promise<number> {
  const unsent = await countUnsent(database);
  return Math.max(0, unsent - sending) + (await database.files.where('state').equals('toSend').count());
}

import type { Outcome } from '../../shared/outcome';
import type { Seal } from '../../shared/sealing/seal';
import { type Exchanged, type Road, exchangeOnce as exchange } from '../../shared/sync/exchange-once';
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
): Promise<Outcome<Exchanged>> {
  const ask: Road['ask'] = ({ changes, ...question }) => {
    tellUnderWay(changes);
    return callBridge('sync.exchange', { ...question, changes: [...changes] });
  };
  return exchange(laptopStoreOn(database, seal), { ask, queue, now });
}

import { type Outcome, succeed } from '../../shared/outcome';
import type { ExchangeReply } from '../../shared/protocol/sync';
import { type Question, exchangeOnce } from '../../shared/sync/exchange-once';
import type { Laptop } from './laptop';
import type { Node } from './node';
import { freeThread } from './threads';

/** So many exchanges in a row that bring nothing to an end are a fault. */
const mostExchanges = 300;

/**
 * The line holds, nobody crashes any more, and everybody meets: the hub's own laptop hands on what its hub has, then each laptop
 * talks to the central server until there is nothing more to say. Where it is asked, the hub hears of all as well. Gives acknowledgements that turned out not to be true.
 */
export async function settleAll(
  laptops: readonly Laptop[],
  central: Node,
  hub: Node,
  isHubAsked: boolean,
): Promise<readonly string[]> {
  for (const node of [central, hub]) node.crash();
  central.memory.denied.clear();
  for (const laptop of laptops) {
    await laptop.crash(1);
    while (laptop.threads.ready() > 0) await laptop.threads.goOn(0);
  }
  const [host] = laptops;
  if (host) await meet(host, hub);
  for (const laptop of [...laptops, ...laptops]) await meet(laptop, central);
  const broken = central.brokenAcks();
  if (host && isHubAsked) {
    await meet(host, hub);
    await meet(host, central);
  }
  return broken;
}

async function meet(laptop: Laptop, node: Node): Promise<void> {
  const store = laptop.memory.storeFor(freeThread);
  const road = {
    ask: async (question: Question): Promise<Outcome<ExchangeReply>> =>
      succeed(
        await node.answerNow({
          protocol: 2,
          device: laptop.device,
          ...question,
          changes: [...question.changes],
        }),
      ),
    queue: <T>(task: () => Promise<T>) => task(),
    now: () => '',
  };
  for (let count = 0; count < mostExchanges; count += 1) {
    const done = await exchangeOnce(store, road);
    if (done.ok && !done.value.more) return;
  }
}

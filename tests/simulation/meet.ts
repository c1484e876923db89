import { type Outcome, succeed } from '../../shared/outcome';
import { type Question, exchangeOnce } from '../../shared/sync/exchange-once';
import { exchangeWithHub } from '../../shared/sync/exchange-with-hub';
import { type ReadReply, readReply } from '../../shared/sync/read-reply';
import { removeLost } from '../../shared/sync/remove-lost';
import type { Laptop } from './laptop';
import type { Node } from './node';
import { requestOf } from './request-of';
import { freeThread } from './threads';

/** So many exchanges in a row that bring nothing to an end are a fault. */
const mostExchanges = 300;

type Hear = (reply: ReadReply) => void;

/** Over a good line, until there is nothing more to say and what the laptop has lost is off it. */
export async function meet(laptop: Laptop, central: Node): Promise<void> {
  const store = laptop.memory.storeFor(freeThread);
  for (let count = 0; count < mostExchanges; count += 1) {
    const done = await exchangeOnce(store, roadTo(laptop, central));
    if (!done.ok || done.value.more) continue;
    const { remove } = await removeLost(store, (await store.readProgress()).lost);
    if (remove.length === 0) return;
  }
}

/** The same with a hub, which takes nothing off a laptop. `hear` is told of each answer. */
export async function meetHub(laptop: Laptop, hub: Node, hear: Hear = () => {}): Promise<void> {
  const store = laptop.memory.storeFor(freeThread);
  for (let count = 0; count < mostExchanges; count += 1) {
    const done = await exchangeWithHub(store, roadTo(laptop, hub, hear));
    if (done.ok && !done.value.more) return;
  }
}

function roadTo({ device }: Laptop, node: Node, hear: Hear = () => {}) {
  return {
    ask: async (question: Question): Promise<Outcome<ReadReply>> => {
      const reply = readReply(await node.answerNow(requestOf(device, question)));
      hear(reply);
      return succeed(reply);
    },
    queue: <T>(task: () => Promise<T>) => task(),
    now: () => '',
  };
}

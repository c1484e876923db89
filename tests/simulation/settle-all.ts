import { isShared } from './find-faults';
import type { Laptop } from './laptop';
import { meet, meetHub } from './meet';
import { changesOf } from './memory-server';
import type { Node } from './node';

/**
 * The line holds, nobody crashes any more, and everybody meets: the hub's own laptop hands on what its hub has, then each laptop
 * talks to the central server until there is nothing more to say. Where it is asked, the hub hears of all as well. Gives what
 * was acknowledged and is not there, what the hub's own laptop kept from the hub, and what it did not hand on.
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
  // What was taken off it is given back first: its own hub brings nothing else.
  if (host) await meet(host, central);
  if (host) await meetHub(host, hub);
  const atHub = new Set(changesOf(hub.disk).map(({ id }) => id));
  const kept = (host?.memory.disk.journal ?? []).filter(
    ({ change }) => isShared(change.record) && !atHub.has(change.id),
  );
  if (host) await meet(host, central);
  const handedOn = new Set(changesOf(central.disk).map(({ id }) => id));
  const stuck = changesOf(hub.disk).filter(({ id }) => !handedOn.has(id));
  for (const laptop of [...laptops, ...laptops]) await meet(laptop, central);
  const broken = [
    ...central.brokenAcks(),
    ...stuck.map(({ id }) => id),
    ...kept.map(({ change }) => change.id),
  ];
  if (host && isHubAsked) {
    await meetHub(host, hub);
    await meet(host, central);
  }
  return broken;
}

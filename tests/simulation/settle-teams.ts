import { findViewFaults } from './find-view-faults';
import type { Laptop } from './laptop';
import { meet, meetHub } from './meet';
import { changesOf, recordsOf } from './memory-server';
import type { Node } from './node';
import type { TeamLog } from './team-log';
import { stateHash } from './trace';

/** A tour's teams, when the line holds and nobody crashes any more. */
export interface TeamWorld {
  readonly laptops: readonly Laptop[];
  readonly central: Node;
  readonly teamLog: TeamLog;
  /** Null where there is none, and no sticks. */
  readonly hub: Node | null;
  /** By device, what a hub or a stick has ever brought it, and what notes more of it. */
  readonly shared: ReadonlyMap<string, ReadonlySet<string>>;
  share(laptop: Laptop, changes: readonly { readonly id: string }[]): void;
}

/**
 * Everybody meets: first as the teams are now, when each laptop must hold what it may see and at most what was shared with it besides.
 * Where there are more roads, then as people who see the whole tour, who must all end with the same and with every word; and then
 * all but one as people who see nothing of it, on whose laptops nothing of it may be left, whatever the hub is given. Gives what is wrong.
 */
export async function settleTeams(world: TeamWorld): Promise<readonly string[]> {
  const { laptops, central, teamLog, hub } = world;
  for (const node of [central, hub]) node?.crash();
  await gather(world);
  const faults = findViewFaults(world);
  if (!hub || faults.length > 0) return faults;

  for (const laptop of laptops) {
    teamLog.setView(laptop.device, 'whole');
    await laptop.bringAgain('t1');
    await finish(laptop);
  }
  await gather(world);
  const whole = findWholeFaults(world);
  if (whole.length > 0) return whole;

  return findLeft(world, hub);
}

/** Of all but one laptop the tour is taken; that one goes on, and gives the hub what the hub would give the others. */
async function findLeft(world: TeamWorld, hub: Node): Promise<readonly string[]> {
  const [host, ...others] = world.laptops;
  for (const { device } of others) world.teamLog.setView(device, null);
  await gather(world);
  await host?.save({
    target: { kind: 'meeting', record: 'meeting-1', tour: 't1' },
    values: { name: 'last' },
  });
  for (const laptop of world.laptops) {
    await finish(laptop);
    await meetHub(laptop, hub);
  }
  return others.flatMap(({ device, memory: { disk } }) => {
    const left = [...disk.journal.map(({ change }) => change), ...disk.history.values()];
    return left.some(({ scope }) => scope === 't1') ? [`${device} has what was taken away`] : [];
  });
}

/** A start offers once more what was refused; what one hands in last is news to those before it. */
async function gather(world: TeamWorld): Promise<void> {
  const { laptops, central, hub, share } = world;
  for (const laptop of [...laptops, ...laptops]) {
    await laptop.crash(1);
    await finish(laptop);
    await meet(laptop, central);
    if (hub) await meetHub(laptop, hub, ({ newer }) => share(laptop, newer));
    await meet(laptop, central);
  }
  for (const laptop of laptops) await meet(laptop, central);
}

async function finish({ threads }: Laptop): Promise<void> {
  while (threads.ready() > 0) await threads.goOn(0);
}

function findWholeFaults({ laptops, central, hub }: TeamWorld): readonly string[] {
  const known = new Set(changesOf(central.disk).map(({ id }) => id));
  const expected = stateHash(recordsOf(central.disk), () => true);
  const stuck = hub ? changesOf(hub.disk).filter(({ id }) => !known.has(id)) : [];
  return [
    ...stuck.map(({ id }) => `not handed on by the hub: ${id}`),
    ...laptops.flatMap(({ device, memory: { disk } }) => [
      ...(stateHash(disk.records, () => true) === expected ? [] : [`${device}: its records differ`]),
      ...[...known].filter((id) => !disk.history.has(id)).map((id) => `${device} lacks ${id}`),
      ...[...disk.history.keys()].filter((id) => !known.has(id)).map((id) => `only ${device} has ${id}`),
      ...[...disk.refused.keys()].map((id) => `refused at ${device}: ${id}`),
    ]),
  ];
}

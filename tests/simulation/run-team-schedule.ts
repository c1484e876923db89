import { type ReadReply, readReply } from '../../shared/sync/read-reply';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { seeded } from '../server/seeded';
import { type TeamDraw, createTeamEdits } from './draw-team-edit';
import { type Laptop, makeLaptop } from './laptop';
import { type LaptopFaults, emptyDisk } from './memory-laptop';
import { type NodeFaults, makeNode } from './node';
import { requestOf } from './request-of';
import { settleTeams } from './settle-teams';
import type { Bundle } from './take-bundle';
import { type TeamFaults, makeTeamLog } from './team-log';

export type TeamScheduleFaults = LaptopFaults & NodeFaults & TeamFaults;

const laptopCount = 4;
const ticks = 700;

/** Two teams of a tour, alone, together, the whole of it, and nothing. */
const views = ['team-a', 'team-b', 'team-a+team-b', 'whole', null] as const;

/** A stick, and who wrote it: the server goes by his right. */
interface Stick {
  readonly bundle: Bundle;
  readonly writer: string;
}

/**
 * A tour of two teams from one seed: people are moved between teams and out of the tour, stops from one team to the other, and what
 * is written at them meets a line that loses, doubles and delays, and machines that stop at any step. Every second seed has a hub
 * that shares the whole tour, sticks, and a server that is put back to an older backup. Then everybody meets the server, and
 * what each laptop holds must be what it may see and what was shared with it. Gives what is wrong.
 */
export async function runTeamSchedule(
  seed: number,
  faults: TeamScheduleFaults = {},
): Promise<readonly string[]> {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const hasRoads = seed % 2 === 0;
  const teamLog = makeTeamLog(faults);
  const central = makeNode('central', faults, teamLog);
  const hub = makeNode('hub', {});
  // What its owner lends it for; nobody of the team is kept from any of it.
  for (const scope of ['office', 't1']) hub.disk.log.set(scope, []);
  const draw: TeamDraw = { random, below, pick };
  const drawEdit = createTeamEdits(draw);
  let now = 0;
  const laptops = Array.from({ length: laptopCount }, (_, place) => {
    const bytes = seeded(seed * 31 + place);
    const device = `laptop-${place + 1}`;
    teamLog.setView(device, pick(views.slice(0, -1)));
    return makeLaptop(
      {
        device,
        clock: () => now * 1000,
        random: (length) => Uint8Array.from({ length }, () => Math.floor(bytes() * 256)),
        faults,
      },
      emptyDisk(),
      [],
    );
  });
  /** Of each laptop, what a hub or a stick has ever brought it, and what it had of a server that was put back: another one takes nothing away. */
  const shared = new Map(laptops.map(({ device }) => [device, new Set<string>()]));
  const share = ({ device }: Laptop, changes: readonly { readonly id: string }[]) => {
    for (const { id } of changes) shared.get(device)?.add(id);
  };
  /** What the server gave each last, whether it has been taken in or not. */
  const lastGiven = new Map<Laptop, readonly { readonly id: string }[]>();
  const sticks: (Stick | null)[] = [null, null];
  let backup = central.backup();
  let flying: (() => Promise<void>)[] = [];

  async function exchange(laptop: Laptop): Promise<void> {
    const isHub = hasRoads && random() < 0.4;
    const node = isHub ? hub : central;
    const road = isHub ? laptop.exchangeWithHub : laptop.exchange;
    await road(async (question, thread) => {
      let answer: Outcome<ReadReply> | null = null;
      const send = () =>
        node.answer(requestOf(laptop.device, question), (reply) => {
          if (random() < 0.15) return;
          flying.push(() => {
            if (isHub || reply.epoch !== central.disk.epoch) share(laptop, reply.newer);
            else lastGiven.set(laptop, reply.newer);
            answer ??= succeed(readReply(reply));
            return Promise.resolve();
          });
        });
      if (random() > 0.1) flying.push(send);
      if (random() < 0.2) flying.push(send);
      let patience = 100 + below(600);
      await thread.step(() => answer !== null || (patience -= 1) < 0);
      return answer ?? fail(problem('server.unreachable'));
    });
  }

  async function happen(): Promise<void> {
    const laptop = pick(laptops);
    const chance = random() * 1000;
    if (chance < 70) {
      const edit = drawEdit(laptop.memory.disk);
      if (edit) await laptop.save(edit);
    } else if (chance < 160) {
      if (!laptop.isExchanging()) await exchange(laptop);
    } else if (chance < 280) await flying.splice(below(flying.length), 1)[0]?.();
    else if (chance < 292) await laptop.crash(random());
    else if (chance < 297) central.crash();
    else if (chance < 307) teamLog.setView(laptop.device, pick(views));
    else if (chance < 311) await laptop.putAway('t1');
    else if (chance < 313) await laptop.bringAgain('t1');
    else if (hasRoads && chance < 335) await travel(laptop, chance);
    else await goOn();
  }

  /** What happens on the other roads. */
  async function travel(laptop: Laptop, chance: number): Promise<void> {
    if (chance < 315) hub.crash();
    else if (chance < 318) backup = central.backup();
    else if (chance < 319) restore();
    else if (chance < 326)
      sticks[below(sticks.length)] = { bundle: laptop.writeBundle(), writer: laptop.device };
    else {
      const stick = pick(sticks);
      if (!stick) return;
      if (random() < 0.2) await handIn(stick);
      else {
        share(laptop, stick.bundle.changes);
        await laptop.takeBundle(stick.bundle);
      }
    }
  }

  function restore(): void {
    for (const one of laptops)
      share(one, [...one.memory.disk.history.values(), ...(lastGiven.get(one) ?? [])]);
    central.restore(backup);
  }

  /** Its pages, as a courier hands them in. */
  function handIn({ writer, bundle: { changes } }: Stick): Promise<void> {
    const page = { protocol: 2 as const, device: writer, epoch: null, cursors: {}, views: {} };
    return central.answer({ ...page, changes: [...changes] }, () => {});
  }

  async function goOn(): Promise<void> {
    const processes = [...laptops, central, hub];
    for (let first = below(processes.length), tried = 0; tried < processes.length; tried += 1) {
      const { threads } = processes[(first + tried) % processes.length] ?? central;
      const ready = threads.ready();
      if (ready > 0) return threads.goOn(below(ready));
    }
  }

  for (; now < ticks; now += 1) await happen();
  flying = [];
  return settleTeams({ laptops, central, teamLog, hub: hasRoads ? hub : null, shared, share });
}

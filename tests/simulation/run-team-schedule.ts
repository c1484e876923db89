import { type ReadReply, readReply } from '../../shared/sync/read-reply';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { exchangeOnce } from '../../shared/sync/exchange-once';
import { removeLost } from '../../shared/sync/remove-lost';
import { seeded } from '../server/seeded';
import { type TeamDraw, createTeamEdits } from './draw-team-edit';
import { findViewFaults } from './find-view-faults';
import { type Laptop, makeLaptop } from './laptop';
import { type LaptopFaults, emptyDisk } from './memory-laptop';
import { type Node, type NodeFaults, makeNode } from './node';
import { type TeamFaults, makeTeamLog } from './team-log';
import { freeThread } from './threads';

export type TeamScheduleFaults = LaptopFaults & NodeFaults & TeamFaults;

const laptopCount = 4;
const ticks = 700;
const mostMeetings = 60;

/** Two teams of a tour, alone, together, the whole of it, and nothing. */
const views = ['team-a', 'team-b', 'team-a+team-b', 'whole', null] as const;

/**
 * A tour of two teams from one seed: people are moved between teams and out of the tour, stops from one team to the other, and what
 * is written at them meets a line that loses, doubles and delays, and machines that stop at any step. Then everybody meets the server, and
 * what each laptop holds must be what it may see. Gives what is wrong.
 */
export async function runTeamSchedule(
  seed: number,
  faults: TeamScheduleFaults = {},
): Promise<readonly string[]> {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const teamLog = makeTeamLog(faults);
  const central = makeNode('central', faults, teamLog);
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
  let flying: (() => Promise<void>)[] = [];

  async function exchange(laptop: Laptop): Promise<void> {
    await laptop.exchange(async (question, thread) => {
      let answer: Outcome<ReadReply> | null = null;
      const send = () =>
        central.answer(requestOf(laptop, question), (reply) => {
          if (random() < 0.15) return;
          flying.push(() => {
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
    else await goOn();
  }

  async function goOn(): Promise<void> {
    const processes = [...laptops, central];
    for (let first = below(processes.length), tried = 0; tried < processes.length; tried += 1) {
      const { threads } = processes[(first + tried) % processes.length] ?? central;
      const ready = threads.ready();
      if (ready > 0) return threads.goOn(below(ready));
    }
  }

  for (; now < ticks; now += 1) await happen();
  flying = [];
  central.crash();
  // A start offers once more what was refused; what one hands in last is news to those before it.
  for (const laptop of [...laptops, ...laptops]) {
    await laptop.crash(1);
    while (laptop.threads.ready() > 0) await laptop.threads.goOn(0);
    await meet(laptop, central);
  }
  for (const laptop of laptops) await meet(laptop, central);
  return findViewFaults(laptops, central, teamLog);
}

type Asked = Parameters<Parameters<Laptop['exchange']>[0]>[0];

function requestOf({ device }: Laptop, question: Asked) {
  return {
    protocol: 2 as const,
    device,
    ...question,
    changes: question.changes.map((change) => change.body()),
  };
}

async function meet(laptop: Laptop, node: Node): Promise<void> {
  const store = laptop.memory.storeFor(freeThread);
  for (let count = 0; count < mostMeetings; count += 1) {
    const done = await exchangeOnce(store, {
      ask: async (question) => succeed(readReply(await node.answerNow(requestOf(laptop, question)))),
      queue: (task) => task(),
      now: () => '',
    });
    if (!done.ok || done.value.more) continue;
    const { remove } = await removeLost(store, (await store.readProgress()).lost);
    if (remove.length === 0) return;
  }
}

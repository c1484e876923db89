import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAudit } from '../../../server/access/check-audit';
import { enrol } from '../../../server/access/enrol';
import { makeCode } from '../../../server/access/make-code';
import { takeTry } from '../../../server/access/take-try';
import { buildApp } from '../../../server/app';
import type { Database } from '../../../server/database/database';
import type { Change } from '../../../shared/changes/change';
import { noteChange } from '../note-change';
import { startPostgres } from '../postgres';
import { type TestOffice, openTestOffice } from '../test-office';
import { type Answer, type TestLaptop, enrolLaptop, injectInto, makeTestLaptop } from '../test-laptop';

interface Reply {
  readonly settled: readonly string[];
  readonly refused: readonly { readonly change: string; readonly problem: { readonly code: string } }[];
}

const minute = 60_000;

/** What a server refuses, and what it keeps of that. */
function testRefusals(name: string, open: () => Promise<{ url?: string; stop(): Promise<void> }>): void {
  describe(`Refusals on ${name}`, () => {
    let opened: TestOffice;
    let stop: () => Promise<void>;
    let maker: TestLaptop;
    let courier: TestLaptop;

    beforeAll(async () => {
      const started = await open();
      stop = started.stop;
      opened = await openTestOffice({ url: started.url });
      [maker, courier] = [await newLaptop('maker'), await newLaptop('courier')];
    });
    afterAll(async () => {
      await opened?.close();
      await stop?.();
    });

    async function newLaptop(login: string): Promise<TestLaptop> {
      const account = { login, name: '示例用户', role: 'inspector' };
      const made = await opened.administrator.ask('POST', '/api/accounts', account);
      const { id } = JSON.parse(made.body) as { id: string };
      const laptop = await enrolLaptop(injectInto(opened.app), opened.administrator, id);
      await laptop.open();
      return laptop;
    }
    const bodyOf = (laptop: TestLaptop, changes: readonly Change[]) => ({
      protocol: 2,
      device: laptop.id,
      epoch: null,
      cursors: {},
      views: {},
      changes,
    });
    const push = (laptop: TestLaptop, ...changes: readonly Change[]) =>
      laptop.ask('POST', '/api/exchange', bodyOf(laptop, changes));
    const read = ({ body }: Answer) => JSON.parse(body) as Reply;
    const query = <Row>(sql: string) =>
      opened.office.database.transact((transaction) => transaction.query<Row>(sql));

    test('a request that was captured is worth nothing with another body', async () => {
      const sent = bodyOf(maker, [noteChange({ scope: 'tour-of-maker', device: maker.id })]);
      const headers = maker.headersFor('POST', '/api/exchange', JSON.stringify(sent));
      const send = injectInto(opened.app);
      const other = bodyOf(maker, [noteChange({ scope: 'tour-of-maker', device: maker.id })]);
      const forged = await send({ method: 'POST', path: '/api/exchange', body: other, headers });
      expect([forged.statusCode, forged.body]).toEqual([400, expect.stringContaining('xunji-body')]);
      const { 'xunji-body': _hash, ...bare } = headers;
      expect(
        (await send({ method: 'POST', path: '/api/exchange', body: other, headers: bare })).statusCode,
      ).toBe(401);
      expect((await send({ method: 'POST', path: '/api/exchange', body: sent, headers })).statusCode).toBe(
        200,
      );
    });

    test('a change is settled again as it was; another one under its id is refused, and both are written down', async () => {
      const change = noteChange({ scope: 'tour-of-maker', device: maker.id });
      expect(read(await push(maker, change)).settled).toEqual([change.id]);
      const { fields, ...rest } = change;
      expect(read(await push(maker, { fields, ...rest }))).toMatchObject({
        settled: [change.id],
        refused: [],
      });
      const other = { ...change, fields: { text: { value: '另一句话', replaces: [] } } };
      const good = noteChange({ scope: 'tour-of-maker', device: maker.id });
      const { settled, refused } = read(await push(maker, other, good));
      expect(settled).toEqual([good.id]);
      expect(refused).toMatchObject([{ change: change.id, problem: { code: 'change.idTaken' } }]);
      const rows = await query(`select device, subject, count from audit where act = 'changes.refused'`);
      expect(rows).toEqual([{ device: maker.id, subject: 'tour-of-maker', count: 1 }]);
      expect(await checkAudit((work) => opened.office.database.transact(({ query }) => work(query)))).toEqual(
        [],
      );
    });

    test('a tour that is named in vain leaves no row among the scopes', async () => {
      const refused = read(await push(courier, noteChange({ scope: 'server', device: courier.id }))).refused;
      expect(refused).toHaveLength(1);
      expect(await query(`select scope from scopes where scope = 'server'`)).toEqual([]);
    });

    test('a tour that a courier hands in is its maker’s too', async () => {
      await push(courier, noteChange({ scope: 'carried-tour', device: maker.id }));
      const views = (JSON.parse((await push(maker)).body) as { views: object }).views;
      expect(Object.keys(views)).toContain('carried-tour');
    });

    test('who is revoked while a request waits for its turn writes nothing', async () => {
      const late = await newLaptop('late');
      const change = noteChange({ scope: 'tour-of-late', device: late.id });
      const { database } = opened.office;
      // The moment between the first look at the laptop and the work of its request.
      const ask: Database['ask'] = async <Row>(sql: string, parameters?: readonly unknown[]) => {
        const rows = await database.ask<Row>(sql, parameters);
        await query(`update devices set revoked_at = 'now' where id = '${late.id}'`);
        return rows;
      };
      const app = await buildApp({ ...opened.office, database: { ...database, ask } }, Fastify());
      const body = bodyOf(late, [change]);
      const headers = late.headersFor('POST', '/api/exchange', JSON.stringify(body));
      const send = injectInto(app);
      const answer = await send({ method: 'POST', path: '/api/exchange', body, headers });
      expect([answer.statusCode, answer.body]).toEqual([401, expect.stringContaining('device.revoked')]);
      expect(await query(`select id from changes where scope = 'tour-of-late'`)).toEqual([]);
      await app.close();
    });

    test('tries of a clock that was ahead count from now on: neither never nor until that time', async () => {
      const { database } = opened.office;
      const subject = [{ name: 'device/ahead', allowed: 3 }];
      const now = Date.parse('2026-05-20T08:00:00Z');
      const ahead = Date.parse('2099-01-01T00:00:00Z');
      for (let times = 0; times < 3; times += 1) expect(await takeTry(database, subject, ahead)).toBeNull();
      expect(await takeTry(database, subject, now)).toEqual({ minutes: 15 });
      expect(await takeTry(database, subject, now + 14 * minute)).not.toBeNull();
      expect(await takeTry(database, subject, now + 16 * minute)).toBeNull();
    });

    test('of two laptops that take one name at once, with a code each, one is enrolled', async () => {
      const { database, random } = opened.office;
      const [row] = await query<{ id: string }>(`select id from accounts where login = 'maker'`);
      const by = { account: 'command line', device: '' };
      const codes = [];
      for (let times = 0; times < 2; times += 1)
        codes.push(await makeCode(database, row?.id ?? '', by, Date.now(), random));
      const enrolled = await Promise.all(
        codes.map(({ code }) => {
          const laptop = makeTestLaptop(async ({ body }) => {
            const outcome = await enrol(database, body as never, Date.now());
            return { statusCode: outcome.ok ? 200 : 409, headers: {}, body: '' };
          }, 'one-name');
          return laptop.enrol(code);
        }),
      );
      expect(enrolled.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 409]);
    });
  });
}

testRefusals('PGlite', () => Promise.resolve({ stop: () => Promise.resolve() }));
testRefusals('PostgreSQL', startPostgres);

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rememberLaptops } from '../careless-databases';
import { startPostgres } from '../postgres';
import { type TestOffice, openTestOffice } from '../test-office';
import { revokeLaptops } from './revoke-laptops';
import { type Answer, type Send, enrolLaptop, injectInto, makeTestLaptop } from '../test-laptop';

const codeOf = (answer: Answer) =>
  (JSON.parse(answer.body) as { problem?: { code: string } }).problem?.code ?? answer.statusCode;

const minute = 60_000;

/** What accounts, laptops and sessions promise, on any database. */
function testAccounts(name: string, open: () => Promise<{ url?: string; stop(): Promise<void> }>): void {
  describe(`Accounts on ${name}`, () => {
    let opened: TestOffice;
    let stop: () => Promise<void>;
    let send: Send;
    let now = Date.parse('2026-05-20T08:00:00Z');
    let logins = 0;

    beforeAll(async () => {
      const { url, stop: stopIt } = await open();
      stop = stopIt;
      opened = await openTestOffice({ url, clock: () => now });
      send = injectInto(opened.app);
    });
    afterAll(async () => {
      await opened?.close();
      await stop?.();
    });

    const asOffice = (method: string, path: string, body?: unknown) =>
      opened.administrator.ask(method, path, body);

    async function newAccount(role = 'inspector', password?: string) {
      const login = `user-${(logins += 1)}`;
      const made = await asOffice('POST', '/api/accounts', { login, name: '示例用户', role, password });
      expect(made.statusCode).toBe(200);
      return { id: (JSON.parse(made.body) as { id: string }).id, login };
    }
    async function newCode(account: string): Promise<string> {
      const made = await asOffice('POST', '/api/codes', { account });
      return (JSON.parse(made.body) as { code: string }).code;
    }
    const exchange = (device: string) => ({
      protocol: 2,
      device,
      epoch: null,
      cursors: {},
      views: {},
      changes: [],
    });

    test('a laptop is enrolled with a code, opens a session by its key, and exchanges', async () => {
      const { id } = await newAccount();
      const laptop = makeTestLaptop(send);
      const enrolled = await laptop.enrol((await newCode(id)).toLowerCase().replace(/(.{5})/, '$1-'));
      expect(JSON.parse(enrolled.body)).toMatchObject({
        account: { id, role: 'inspector' },
        office: '示例办公室',
        serverKey: opened.office.keys.publicKey,
      });
      expect((await laptop.open()).statusCode).toBe(200);
      const told = { 'xunji-version': '0.2.0', 'xunji-pending': '17' };
      const body = exchange(laptop.id);
      const headers = { ...laptop.headersFor('POST', '/api/exchange', JSON.stringify(body)), ...told };
      expect((await send({ method: 'POST', path: '/api/exchange', body, headers })).statusCode).toBe(200);
      const devices = JSON.parse((await asOffice('GET', '/api/devices')).body) as {
        devices: { id: string; account: string }[];
      };
      expect(devices.devices.find((device) => device.id === laptop.id)).toMatchObject({
        account: id,
        lastContact: new Date(now).toISOString(),
        version: '0.2.0',
        pending: 17,
      });
      // It hands in its last a moment later, and leaves.
      const empty = { ...headers, 'xunji-pending': '0' };
      expect((await send({ method: 'POST', path: '/api/exchange', body, headers: empty })).statusCode).toBe(
        200,
      );
      expect((await asOffice('GET', '/api/devices')).body).toContain('"pending":0');
      expect((await asOffice('GET', '/api/devices')).body).not.toContain('"pending":17');
    });

    test('a code is good once, for a day, and for five tries', async () => {
      const { id } = await newAccount();
      const spent = await newCode(id);
      const [one, two] = await Promise.all(
        [makeTestLaptop(send), makeTestLaptop(send)].map((laptop) => laptop.enrol(spent)),
      );
      expect(new Set([one, two].map((answer) => answer && codeOf(answer)))).toEqual(
        new Set([200, 'code.wrong']),
      );

      const late = await newCode(id);
      now += 24 * 60 * minute;
      expect(codeOf(await makeTestLaptop(send).enrol(late))).toBe('code.wrong');

      const guessed = await newCode(id);
      const wrong = guessed.slice(0, 9) + (guessed.endsWith('Z') ? 'Y' : 'Z');
      for (let times = 0; times < 5; times += 1)
        expect(codeOf(await makeTestLaptop(send).enrol(wrong))).toBe('code.wrong');
      expect(codeOf(await makeTestLaptop(send).enrol(guessed))).toBe('code.wrong');
    });

    test('who lost the answer of an enrolment asks again; another laptop with the same id is refused', async () => {
      const { id } = await newAccount();
      const code = await newCode(id);
      const laptop = makeTestLaptop(send);
      await laptop.enrol(code);
      expect((await laptop.enrol(code)).statusCode).toBe(200);
      const image = makeTestLaptop(send, laptop.id);
      expect(codeOf(await image.enrol(await newCode(id)))).toBe('device.taken');
      const liar = makeTestLaptop(send);
      expect(codeOf(await liar.enrol(await newCode(id), { signingKey: laptop.publicKey }))).toBe(
        'request.invalid',
      );
    });

    test('a token is worth nothing to whoever has not the key, on another path, or after a quarter of an hour', async () => {
      const { id } = await newAccount();
      const laptop = await enrolLaptop(send, opened.administrator, id);
      await laptop.open();
      const thief = makeTestLaptop(send);
      thief.token = laptop.token;
      expect(codeOf(await thief.ask('POST', '/api/exchange', exchange(laptop.id)))).toBe('session.needed');
      const elsewhere = laptop.headersFor('GET', '/api/attachments/aa');
      const moved = await send({
        method: 'POST',
        path: '/api/exchange',
        body: exchange(laptop.id),
        headers: elsewhere,
      });
      expect(codeOf(moved)).toBe('session.needed');
      now += 15 * minute - 2000;
      expect((await laptop.ask('POST', '/api/exchange', exchange(laptop.id))).statusCode).toBe(200);
      now += 4000;
      expect(codeOf(await laptop.ask('POST', '/api/exchange', exchange(laptop.id)))).toBe('session.needed');
      const [head = '', , signature = ''] = laptop.token.split('.');
      const claims = Buffer.from(JSON.stringify({ sub: id, dev: laptop.id, exp: now, pwd: true }));
      laptop.token = [head, claims.toString('base64url'), signature].join('.');
      expect(codeOf(await laptop.ask('GET', '/api/accounts'))).toBe('session.needed');
    });

    test('a laptop speaks for itself alone', async () => {
      const laptop = await enrolLaptop(send, opened.administrator, (await newAccount()).id);
      await laptop.open();
      expect(codeOf(await laptop.ask('POST', '/api/exchange', exchange('laptop-of-another')))).toBe(
        'access.denied',
      );
    });

    test('50 revoked laptops are refused at their next request and open no session', async () => {
      const told = await revokeLaptops(opened, send, (await newAccount()).id, 50);
      expect(told).toEqual(Array<string>(50).fill('200, 204, device.revoked, device.revoked'));
    });

    test('a disabled account is refused at its next request; the last administrator stays', async () => {
      const { id } = await newAccount('administrator', 'first password');
      const laptop = await enrolLaptop(send, opened.administrator, id);
      await laptop.open();
      expect(codeOf(await asOffice('PUT', `/api/accounts/${id}`, { disabled: true }))).toBe(
        'account.lastAdministrator',
      );
      expect(codeOf(await asOffice('PUT', `/api/accounts/${id}`, { role: 'leader' }))).toBe(
        'account.lastAdministrator',
      );
      await newAccount('administrator', 'second password');
      expect((await asOffice('PUT', `/api/accounts/${id}`, { disabled: true })).statusCode).toBe(200);
      expect(codeOf(await laptop.ask('POST', '/api/exchange', exchange(laptop.id)))).toBe('account.disabled');
      expect(codeOf(await laptop.open())).toBe('account.disabled');
    });

    test('administration asks for a password, on a laptop and without one', async () => {
      const { id, login } = await newAccount('administrator', '这个口令不少于十个字符');
      const laptop = await enrolLaptop(send, opened.administrator, id);
      await laptop.open();
      expect(codeOf(await laptop.ask('GET', '/api/accounts'))).toBe('session.passwordNeeded');
      const signIn = { login, password: '这个口令不少于十个字符' };
      expect((await laptop.open({ signIn })).statusCode).toBe(200);
      expect((await laptop.ask('GET', '/api/accounts')).statusCode).toBe(200);
      const terminal = makeTestLaptop(send);
      expect((await terminal.open({ signIn, withKeyOnly: true })).statusCode).toBe(200);
      expect((await terminal.ask('GET', '/api/accounts')).statusCode).toBe(200);
      expect(codeOf(await terminal.open({ signIn: { login, password: 'x' }, withKeyOnly: true }))).toBe(
        'signIn.wrong',
      );
      const other = await newAccount('administrator', 'another password');
      const foreign = { login: other.login, password: 'another password' };
      expect(codeOf(await laptop.open({ signIn: foreign }))).toBe('signIn.wrong');
      await asOffice('PUT', `/api/accounts/${id}/password`, { password: 'a newer password' });
      expect(codeOf(await laptop.open({ signIn }))).toBe('signIn.wrong');
    });

    test('a password is stored as Argon2id with 64 MiB and three passes, and never told', async () => {
      const { id } = await newAccount('secretary', 'a sample password');
      const [row] = await opened.office.database.transact(({ query }) =>
        query<{ password: string }>('select password from accounts where id = $1', [id]),
      );
      expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
      const listed = (await asOffice('GET', '/api/accounts')).body;
      expect(listed).not.toContain('argon2id');
    });

    test('two users cannot have one login', async () => {
      const { login } = await newAccount();
      const again = { login, name: '示例用户', role: 'inspector' };
      expect(codeOf(await asOffice('POST', '/api/accounts', again))).toBe('account.loginTaken');
    });
  });
}

test('twin: who reads once who somebody is answers laptops that were revoked', async () => {
  const opened = await openTestOffice({ careless: rememberLaptops });
  const send = injectInto(opened.app);
  const account = { login: 'inspector', name: '示例用户', role: 'inspector' };
  const made = await opened.administrator.ask('POST', '/api/accounts', account);
  const told = await revokeLaptops(opened, send, (JSON.parse(made.body) as { id: string }).id, 2);
  await opened.close();
  expect(told).toEqual(Array<string>(2).fill('200, 204, 200, device.revoked'));
});

testAccounts('PGlite', () => Promise.resolve({ stop: () => Promise.resolve() }));
testAccounts('PostgreSQL', startPostgres);

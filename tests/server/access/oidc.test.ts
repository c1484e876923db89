import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminCalls } from '../../../electron/calls/admin-calls';
import { openDeviceKeys } from '../../../electron/keys/open-device-keys';
import { createAdministration } from '../../../electron/office/administration';
import { joinOffice } from '../../../electron/office/join-office';
import { openConnection } from '../../../electron/office/open-connection';
import { beginElsewhere } from '../../../electron/office/sign-in-elsewhere';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { plainSeal } from '../../../shared/sealing/seal';
import { openOidc } from '../../../server/access/oidc';
import { buildApp } from '../../../server/app';
import Fastify, { type FastifyInstance } from 'fastify';
import { type SessionReply, oidcPaths } from '../../../shared/protocol/session';
import { type TestOffice, openTestOffice } from '../test-office';
import { type Send, type TestLaptop, enrolLaptop, injectInto, makeTestLaptop } from '../test-laptop';
import { type TestIssuer, startIssuer } from './oidc-issuer';
import { testFolder } from '../test-folder';

const minute = 60 * 1000;
const hour = 60 * minute;

describe('Sign-in at an identity provider', () => {
  let opened: TestOffice;
  let issuer: TestIssuer;
  let app: FastifyInstance;
  let send: Send;
  let laptop: TestLaptop;
  let boss = '';
  let passed = 0;

  beforeAll(async () => {
    opened = await openTestOffice({ clock: () => Date.now() + passed });
    issuer = await startIssuer('xunji', 'secret of the client');
    const settings = {
      issuer: issuer.url,
      clientId: 'xunji',
      clientSecret: 'secret of the client',
      claim: 'preferred_username',
      address: 'https://office.invalid:8787',
    };
    const oidc = openOidc(settings, opened.office.keys.challenge, (length) => randomBytes(length));
    app = await buildApp({ ...opened.office, oidc }, Fastify());
    send = injectInto(app);
    const ids = new Map<string, string>();
    for (const login of ['boss', 'other']) {
      const account = { login, name: '示例用户', role: 'administrator' };
      const made = await opened.administrator.ask('POST', '/api/accounts', account);
      ids.set(login, (JSON.parse(made.body) as { id: string }).id);
    }
    boss = ids.get('boss') ?? '';
    laptop = await enrolLaptop(send, opened.administrator, boss);
  });
  afterAll(async () => {
    await app?.close();
    await issuer?.close();
    await opened?.close();
  });

  /** What the app gets, and where the browser is sent back to. */
  async function goThere(): Promise<{ readonly ticket: string; readonly back: string }> {
    const begun = await send({ method: 'POST', path: oidcPaths.begin });
    const { url, ticket } = JSON.parse(begun.body) as { url: string; ticket: string };
    const answer = await fetch(url, { redirect: 'manual' });
    const { pathname, search } = new URL(answer.headers.get('location') ?? '');
    return { ticket, back: pathname + search };
  }
  const comeBack = (path: string) => send({ method: 'GET', path });

  test('opens a session that may administrate, on the account’s own laptop, once', async () => {
    issuer.signsInAs = 'boss';
    const { ticket, back } = await goThere();
    expect((await laptop.open({ ticket })).body).toContain('oidc.pending');
    const page = await comeBack(back);
    expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('请回到巡记')]);
    expect((await laptop.open({ ticket })).statusCode).toBe(200);
    expect((await laptop.ask('GET', '/api/accounts')).statusCode).toBe(200);
    expect((await laptop.open({ ticket })).body).toContain('oidc.pending');
    expect((await comeBack(back)).statusCode).toBe(400);
  });

  test('a ticket is good on no other laptop, and on none that has only a key', async () => {
    issuer.signsInAs = 'other';
    const { ticket, back } = await goThere();
    await comeBack(back);
    expect((await laptop.open({ ticket })).body).toContain('oidc.refused');
    expect((await makeTestLaptop(send).open({ ticket, withKeyOnly: true })).body).toContain('oidc.refused');
  });

  test.each([
    ['whom the office does not know', 'stranger', false, (back: string) => back],
    ['whom the provider refuses', null, false, (back: string) => back],
    ['whose token another has signed', 'boss', true, (back: string) => back],
    [
      'who comes with a state that is not ours',
      'boss',
      false,
      (back: string) => back.replace(/state=\w/, 'state=X'),
    ],
    ['who comes with a code of his own', 'boss', false, (back: string) => back.replace(/code=\w+/, 'code=X')],
  ])('nobody is signed in %s', async (_who, name, isForged, change) => {
    Object.assign(issuer, { signsInAs: name, isForged });
    const { ticket, back } = await goThere();
    expect((await comeBack(change(back))).statusCode).toBe(400);
    expect((await laptop.open({ ticket })).body).toContain('oidc.pending');
    issuer.isForged = false;
  });

  test('a session that was signed in goes on for a working day, on its laptop alone, and not from one that only syncs', async () => {
    issuer.signsInAs = 'boss';
    const { ticket, back } = await goThere();
    await comeBack(back);
    await laptop.open({ ticket });
    const first = laptop.token;
    const other = await enrolLaptop(send, opened.administrator, boss);
    const needed = expect.stringContaining('session.passwordNeeded');
    expect((await other.open({ renews: first })).body).toEqual(needed);
    await other.open();
    expect((await other.open({ renews: other.token })).body).toEqual(needed);
    expect((await makeTestLaptop(send).open({ renews: first, withKeyOnly: true })).body).toEqual(needed);
    for (passed = 0; passed < 8 * hour; passed += 29 * minute) {
      expect((await laptop.open({ renews: laptop.token })).statusCode).toBe(200);
      expect((await laptop.ask('GET', '/api/accounts')).statusCode).toBe(200);
    }
    expect((await laptop.open({ renews: laptop.token })).body).toEqual(needed);
    expect((await laptop.open({ renews: first })).body).toEqual(needed);
    passed = 0;
  });

  test('no session of a password goes on by its token, nor one whose account was given another password or role or was disabled', async () => {
    const needed = expect.stringContaining('session.passwordNeeded');
    const change = async (path: string, body: object) => {
      const changed = await opened.administrator.ask('PUT', `/api/accounts/${path}`, body);
      expect(changed.statusCode).toBeLessThan(300);
    };
    // An office keeps an administrator with a password.
    await change(`${boss}/password`, { password: 'a sample password' });
    const made = await opened.administrator.ask('POST', '/api/accounts', {
      login: 'third',
      name: '示例用户',
      role: 'administrator',
      password: 'a sample password',
    });
    const { id } = JSON.parse(made.body) as SessionReply['account'];
    const own = await enrolLaptop(send, opened.administrator, id);
    await own.open({ signIn: { login: 'third', password: 'a sample password' } });
    expect((await own.ask('GET', '/api/accounts')).statusCode).toBe(200);
    expect((await own.open({ renews: own.token })).body).toEqual(needed);

    issuer.signsInAs = 'third';
    const signIn = async () => {
      const { ticket, back } = await goThere();
      await comeBack(back);
      expect((await own.open({ ticket })).statusCode).toBe(200);
      expect((await own.open({ renews: own.token })).statusCode).toBe(200);
    };
    await signIn();
    await change(`${id}/password`, { password: 'a newer password' });
    expect((await own.open({ renews: own.token })).body).toEqual(needed);
    await signIn();
    await change(id, { role: 'secretary' });
    expect((await own.open({ renews: own.token })).body).toEqual(needed);
    await signIn();
    await change(id, { disabled: true });
    expect((await own.open({ renews: own.token })).body).toContain('account.disabled');
  });

  describe('from the app', () => {
    let directory: string;
    let calls: ReturnType<typeof adminCalls>;
    /** What whoever sits before the browser does with the page that the app opens. */
    let browse: (url: string) => Promise<unknown> = () => Promise.resolve();
    let waits = 0;
    let now = 0;

    beforeAll(async () => {
      directory = await mkdtemp(join(testFolder(), 'xunji-oidc-'));
      const serverUrl = await app.listen({ port: 0, host: '127.0.0.1' });
      const path = (name: string) => join(directory, name);
      const keys = await openDeviceKeys(nodeFileSystem, path('keys.json'), plainSeal, 'laptop-of-boss');
      const { connection, membership } = await openConnection({
        fileSystem: nodeFileSystem,
        path: path('office.json'),
        keys,
        settings: () => settingsSchema.parse({}),
        now: () => now,
      });
      const made = await opened.administrator.ask('POST', '/api/codes', { account: boss });
      const { code } = JSON.parse(made.body) as { code: string };
      const joined = await joinOffice({ serverUrl, code, authorityHash: '' }, keys, {
        name: '管理台',
        version: '0.1.0',
      });
      await membership.keep(joined.ok ? joined.value : null);
      const browser = {
        open: async (url: string) => void (await browse(url)),
        async wait(millis: number) {
          // Ten minutes of waiting in a few steps.
          now += 20 * millis;
          waits += 1;
        },
      };
      const desk = createAdministration(connection, membership.get, keys, () => now, browser);
      calls = adminCalls(desk, membership.get);
    });
    afterAll(() => rm(directory, { recursive: true, force: true }));

    /** Signs in at the provider and is sent back to the office. */
    const signsIn = (name: string | null) => async (url: string) => {
      issuer.signsInAs = name;
      const answer = await fetch(url, { redirect: 'manual' });
      const { pathname, search } = new URL(answer.headers.get('location') ?? '');
      await comeBack(pathname + search);
    };
    const go = () => calls['admin.signInElsewhere']({});

    test('an administrator signs in by the browser and works beyond the time of a token, until he leaves it alone', async () => {
      expect(await calls['admin.hasProvider']({})).toEqual({ ok: true, value: { hasProvider: true } });
      browse = signsIn('boss');
      expect(await go()).toEqual({ ok: true, value: { isSignedIn: true } });
      for (let step = 0; step < 4; step += 1) {
        now += 14 * minute;
        passed += 14 * minute;
        expect(await calls['admin.listAccounts']({})).toMatchObject({ ok: true });
      }
      // The computer slept: its own clock stood still, and the server's did not.
      now += minute;
      passed += 17 * minute;
      expect(await calls['admin.listAccounts']({})).toMatchObject({ ok: true });
      now += 16 * minute;
      const needed = { ok: false, problem: { code: 'session.passwordNeeded' } };
      expect(await calls['admin.listAccounts']({})).toMatchObject(needed);
      passed = 0;
    });

    test.each([
      ['whose browser never comes back', () => Promise.resolve(), 'oidc.pending', 15],
      ['who signs in as somebody else', signsIn('other'), 'oidc.refused', 1],
      ['who has no browser', () => Promise.reject(new Error('none')), 'oidc.noBrowser', 0],
    ])('nobody is signed in %s', async (_who, does, code, times) => {
      browse = does;
      waits = 0;
      expect(await go()).toMatchObject({ ok: false, problem: { code } });
      expect(waits).toBe(times);
      expect(await calls['admin.describe']({})).toMatchObject({ value: { isSignedIn: false } });
    });

    test('who gives it up is not signed in by what the browser does later', async () => {
      let later = '';
      browse = async (url) => {
        later = url;
        await calls['admin.giveUpSignIn']({});
      };
      expect(await go()).toEqual({ ok: true, value: { isSignedIn: false } });
      await signsIn('boss')(later);
      expect(await calls['admin.describe']({})).toMatchObject({ value: { isSignedIn: false } });
    });

    test('a server that names anything but a page is sent no browser', async () => {
      const url = 'file:///etc/passwd';
      const strange = async () => Response.json({ url, ticket: 'x' });
      const begun = await beginElsewhere(strange, 'http://127.0.0.1:1');
      expect(begun).toMatchObject({ ok: false, problem: { code: 'server.answerStrange' } });
    });
  });

  test('an office without a provider says so', async () => {
    const begun = await injectInto(opened.app)({ method: 'POST', path: oidcPaths.begin });
    expect(begun.body).toContain('oidc.notSet');
  });
});

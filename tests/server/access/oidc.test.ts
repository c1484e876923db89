import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOidc } from '../../../server/access/oidc';
import { buildApp } from '../../../server/app';
import Fastify, { type FastifyInstance } from 'fastify';
import { oidcPaths } from '../../../shared/protocol/session';
import { type TestOffice, openTestOffice } from '../test-office';
import { type Send, type TestLaptop, enrolLaptop, injectInto, makeTestLaptop } from '../test-laptop';
import { type TestIssuer, startIssuer } from './oidc-issuer';

describe('Sign-in at an identity provider', () => {
  let opened: TestOffice;
  let issuer: TestIssuer;
  let app: FastifyInstance;
  let send: Send;
  let laptop: TestLaptop;

  beforeAll(async () => {
    opened = await openTestOffice();
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
    laptop = await enrolLaptop(send, opened.administrator, ids.get('boss') ?? '');
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

  test('an office without a provider says so', async () => {
    const begun = await injectInto(opened.app)({ method: 'POST', path: oidcPaths.begin });
    expect(begun.body).toContain('oidc.notSet');
  });
});

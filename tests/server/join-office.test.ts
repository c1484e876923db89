import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminCalls } from '../../electron/calls/admin-calls';
import { handIn } from '../../electron/bundles/hand-in';
import { openDeviceKeys } from '../../electron/keys/open-device-keys';
import { createAdministration } from '../../electron/office/administration';
import { joinOffice, probeOffice } from '../../electron/office/join-office';
import { openConnection } from '../../electron/office/open-connection';
import { exchange } from '../../electron/sync/sync-client';
import { hashOfCertificate } from '../../server/tls/hash-of-certificate';
import { makeAuthority, makeServerCertificate } from '../../server/tls/office-certificate';
import { nodeFileSystem } from '../../shared/node/file-system';
import { settingsSchema } from '../../shared/protocol/bridge';
import { joinCardText, readJoinCard } from '../../shared/protocol/join-card';
import { plainSeal } from '../../shared/sealing/seal';
import { openLaptop, valueOf } from '../electron/bundles/laptop-with-bundles';
import type { Change } from '../../shared/changes/change';
import { noteChange } from './note-change';
import { type TestOffice, openTestOffice } from './test-office';
import { testFolder } from './test-folder';

const noBrowser = { open: () => Promise.reject(new Error('no browser')), wait: () => Promise.resolve() };

describe('A laptop joins an office over TLS', () => {
  let office: TestOffice;
  let directory: string;
  let serverUrl: string;
  let authorityHash: string;
  let tls: Server;

  beforeAll(async () => {
    directory = await mkdtemp(join(testFolder(), 'xunji-join-'));
    office = await openTestOffice();
    await office.app.ready();
    const authority = await makeAuthority();
    const { key, cert } = await makeServerCertificate(authority, [{ type: 'dns', value: 'localhost' }]);
    tls = createServer({ key, cert: `${cert}\n${authority.cert}` }, (request, response) =>
      office.app.routing(request, response),
    );
    await new Promise<void>((done) => tls.listen(0, '127.0.0.1', done));
    serverUrl = `https://127.0.0.1:${(tls.address() as AddressInfo).port}`;
    authorityHash = hashOfCertificate(authority.cert);
  });
  afterAll(async () => {
    tls.closeAllConnections();
    tls.close();
    await office.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function administrate<T>(method: 'POST' | 'PUT', url: string, payload: object = {}): Promise<T> {
    const answer = await office.administrator.ask(method, url, payload);
    expect(answer.statusCode).toBeLessThan(300);
    return (answer.statusCode === 204 ? null : JSON.parse(answer.body)) as T;
  }

  async function makeAccount(login: string) {
    const account = { login, name: `${login}的名字`, role: 'secretary' };
    return administrate<{ readonly id: string }>('POST', '/api/accounts', account);
  }

  const makeCode = (account: string) =>
    administrate<{ readonly code: string }>('POST', '/api/codes', { account });

  async function makeLaptop(name: string) {
    const keys = await openDeviceKeys(nodeFileSystem, join(directory, `${name}-keys.json`), plainSeal, name);
    let now = 0;
    const line = await openConnection({
      fileSystem: nodeFileSystem,
      path: join(directory, `${name}-office.json`),
      keys,
      settings: () => settingsSchema.parse({}),
      now: () => now,
    });
    const send = (text: string) =>
      exchange(line.connection, {
        protocol: 2,
        device: name,
        epoch: null,
        cursors: {},
        views: {},
        changes: [noteChange({ device: name, text })],
      });
    return { ...line, keys, send, now: () => now, pass: (millis: number) => void (now += millis) };
  }

  test('with a card, opens sessions with its own key, and is out at the next request once it is revoked', async () => {
    const { id } = await makeAccount('lilei');
    const { code } = await makeCode(id);
    const card = joinCardText({ serverUrl, code, authorityHash });
    const read = readJoinCard(`入网卡：  ${card.slice(0, 30)}\n ${card.slice(30)} 。`);
    if (!read) throw new Error('the card was not read');
    const laptop = await makeLaptop('laptop-1');
    const joined = await joinOffice(read, laptop.keys, { name: '外业一号', version: '0.1.0' });
    expect(joined).toMatchObject({ ok: true, value: { office: '示例办公室', account: { login: 'lilei' } } });
    // As a laptop that joined before servers told what they sign with; it learns that with its first session.
    await laptop.membership.keep(joined.ok ? { ...joined.value, id: '' } : null);

    expect(await laptop.send('第一条')).toMatchObject({ ok: true });
    const serverKey = joined.ok ? joined.value.id : '';
    await expect.poll(() => laptop.membership.get()?.id).toBe(serverKey);
    expect(serverKey).not.toBe('');
    laptop.pass(60 * 60 * 1000); // the token's time is over, and nobody notices
    expect(await laptop.send('第二条')).toMatchObject({ ok: true });
    // The answer may have been lost: the same laptop may ask again, another one may not.
    const other = await makeLaptop('laptop-9');
    const again = (keys: typeof other.keys) => joinOffice(read, keys, { name: '外业一号', version: '0.1.0' });
    expect(await again(laptop.keys)).toMatchObject({ ok: true });
    expect(await again(other.keys)).toMatchObject({ ok: false, problem: { code: 'code.wrong' } });

    await administrate('POST', `/api/devices/laptop-1/revoke`);
    expect(await laptop.send('第三条')).toMatchObject({ ok: false, problem: { code: 'device.revoked' } });
  });

  test('an administrator signs in with the password, works beyond the time of a token, and is asked again after a pause', async () => {
    const { id } = await makeAccount('guanli');
    const { code } = await makeCode(id);
    const laptop = await makeLaptop('laptop-admin');
    const joined = await joinOffice({ serverUrl, code, authorityHash }, laptop.keys, {
      name: '管理台',
      version: '0.1.0',
    });
    await laptop.membership.keep(joined.ok ? joined.value : null);
    // Made an administrator after it joined: the next session says so.
    await administrate('PUT', `/api/accounts/${id}`, { role: 'administrator' });
    await administrate('PUT', `/api/accounts/${id}/password`, { password: 'ten letters and more' });
    expect(await laptop.send('第一条')).toMatchObject({ ok: true });
    await expect.poll(() => laptop.membership.get()?.account.role).toBe('administrator');

    const desk = createAdministration(
      laptop.connection,
      laptop.membership.get,
      laptop.keys,
      laptop.now,
      noBrowser,
    );
    const calls = adminCalls(desk, laptop.membership.get);
    const asksForPassword = { ok: false, problem: { code: 'session.passwordNeeded' } };
    expect(await calls['admin.listDevices']({})).toMatchObject(asksForPassword);
    expect(await calls['admin.signIn']({ password: 'another one' })).toMatchObject({
      ok: false,
      problem: { code: 'signIn.wrong' },
    });
    expect(await calls['admin.describe']({})).toEqual({
      ok: true,
      value: { isSignedIn: false, authorityHash },
    });
    expect(await calls['admin.hasProvider']({})).toEqual({ ok: true, value: { hasProvider: false } });
    expect(await calls['admin.signInElsewhere']({})).toMatchObject({ problem: { code: 'oidc.notSet' } });
    expect(await calls['admin.signIn']({ password: 'ten letters and more' })).toMatchObject({ ok: true });
    for (let step = 0; step < 4; step += 1) {
      laptop.pass(14 * 60 * 1000);
      expect(await calls['admin.listAccounts']({})).toMatchObject({ ok: true });
    }
    const made = await calls['admin.makeCard']({ account: id });
    expect(made.ok && readJoinCard(made.value.card)).toEqual({
      serverUrl,
      code: made.ok && made.value.code,
      authorityHash,
    });
    laptop.pass(16 * 60 * 1000);
    expect(await calls['admin.listAccounts']({})).toMatchObject(asksForPassword);

    await calls['admin.signIn']({ password: 'ten letters and more' });
    await laptop.membership.keep(null);
    expect(await calls['admin.listAccounts']({})).toMatchObject({ ok: false });
    expect(await calls['admin.describe']({})).toMatchObject({ value: { isSignedIn: false } });
  });

  test('whose authority is not the one of the card: the code stays here', async () => {
    const { id } = await makeAccount('hanmei');
    const { code } = await makeCode(id);
    const laptop = await makeLaptop('laptop-2');
    const card = { serverUrl, code, authorityHash: 'ab'.repeat(32) };
    const named = { name: '外业二号', version: '0.1.0' };
    expect(await joinOffice(card, laptop.keys, named)).toMatchObject({
      ok: false,
      problem: { code: 'server.notOurs' },
    });
    // The code was not spent: it opens the door with the right card.
    expect(await joinOffice({ ...card, authorityHash }, laptop.keys, named)).toMatchObject({ ok: true });
    expect(await probeOffice(serverUrl)).toEqual({ ok: true, value: { authorityHash } });
    expect(await probeOffice('http://10.255.255.1:8787')).toMatchObject({
      ok: false,
      problem: { code: 'server.clearText' },
    });
    // Nobody is there: unlike a sync, nothing is said to follow by itself.
    for (const nowhere of ['http://127.0.0.1:9', 'https://127.0.0.1:9']) {
      const asked = { ok: false, problem: { code: 'server.noAnswer' } };
      expect(await probeOffice(nowhere)).toMatchObject(nowhere.startsWith('https') ? asked : { ok: true });
      expect(
        await joinOffice({ ...card, serverUrl: nowhere, authorityHash: '' }, laptop.keys, named),
      ).toMatchObject(asked);
    }
  });

  test('and cannot speak for another laptop, nor without joining', async () => {
    const stranger = await makeLaptop('laptop-3');
    expect(await stranger.send('无')).toMatchObject({ ok: false, problem: { code: 'server.notSet' } });
    const { id } = await makeAccount('weihua');
    const { code } = await makeCode(id);
    const joined = await joinOffice({ serverUrl, code, authorityHash }, stranger.keys, {
      name: '三号',
      version: '',
    });
    await stranger.membership.keep(joined.ok ? joined.value : null);
    const answered = await exchange(stranger.connection, {
      protocol: 2,
      device: 'laptop-1',
      epoch: null,
      cursors: {},
      views: {},
      changes: [],
    });
    expect(answered).toMatchObject({ ok: false });
  });

  test('hands in what another laptop wrote, by that one’s right; once that one is revoked, nothing of it', async () => {
    const [writer, courier] = [await openLaptop(directory, 'writer'), await openLaptop(directory, 'courier')];
    const lines = new Map<string, Awaited<ReturnType<typeof openConnection>>>();
    for (const { name, bundles } of [writer, courier]) {
      const account = { login: name, name, role: 'inspector' };
      const { id } = await administrate<{ readonly id: string }>('POST', '/api/accounts', account);
      const { code } = await makeCode(id);
      const line = await openConnection({
        fileSystem: nodeFileSystem,
        path: join(directory, `${name}-office.json`),
        keys: bundles.keys,
        settings: () => settingsSchema.parse({}),
        now: () => 0,
      });
      lines.set(name, line);
      const named = { name, version: '0.1.0' };
      const joined = await joinOffice({ serverUrl, code, authorityHash }, bundles.keys, named);
      await line.membership.keep(joined.ok ? joined.value : null);
    }
    const scope = 'tour-of-the-writer';
    const line = lines.get('courier');
    if (!line) throw new Error('no line');
    await writer.bundles.book.keep(courier.card());
    await courier.bundles.book.keep(writer.card());
    /** By the way of a stick: what waits at the courier's afterwards. */
    const carry = async () => {
      const wanted = { scopes: [{ scope, title: '' }], receivers: ['courier'] };
      const { names } = valueOf(
        await writer.bundles.writing.write({ ...wanted, files: true, all: false }, directory, () => false),
      );
      const { signal } = new AbortController();
      const opened = valueOf(await courier.bundles.opening.open(join(directory, names[0] ?? ''), signal));
      if (opened.kind !== 'opened') throw new Error(opened.kind);
      await courier.takeIn(opened.opened, opened.pages);
      const page = await courier.bundles.carried.next();
      if (!page) throw new Error('nothing is carried');
      return page;
    };
    const pushed = (name: string, changes: readonly Change[]) =>
      exchange(lines.get(name)?.connection ?? line.connection, {
        protocol: 2,
        device: name,
        epoch: null,
        cursors: {},
        views: {},
        changes: [...changes],
      });
    // The tour is the writer's; the courier is nobody there.
    await pushed('writer', [noteChange({ scope, device: 'writer' })]);
    const first = await writer.write('塔吊基础有积水', undefined, scope);
    const page = await carry();
    const handed = await handIn(line.connection, page.text);
    expect(handed).toEqual({ ok: true, value: { by: 'writer', settled: [first.id], refused: [] } });
    // Known by now, so that the courier's own exchange settles it.
    expect(await pushed('courier', [first])).toMatchObject({ value: { settled: [first.id] } });
    await courier.bundles.carried.drop(page.name);

    await administrate('POST', '/api/devices/writer/revoke');
    const second = await writer.write('这一条不该进来', undefined, scope);
    const later = await carry();
    expect(await handIn(line.connection, later.text)).toMatchObject({
      value: { by: 'writer', settled: [] },
    });
    expect(await pushed('courier', [second])).toMatchObject({ value: { settled: [] } });
    // What goes from a laptop goes also as what it carries.
    await courier.bundles.forget([scope]);
    expect(await courier.bundles.carried.next()).toBeNull();
  });

  test.each(['', 'xunji:join?server=x', 'xunji:join?server=http%3A%2F%2Fa&code=%', 'https://127.0.0.1'])(
    'a text that is no card is none: %j',
    (text) => expect(readJoinCard(text)).toBeNull(),
  );
});

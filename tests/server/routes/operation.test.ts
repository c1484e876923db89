import { Writable } from 'node:stream';
import Fastify, { LogController } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../server/app';
import { admitInTurn } from '../../../server/routes/admit-in-turn';
import { readEachChange } from '../../../server/routes/read-each-change';
import { logOptions } from '../../../server/routes/log-requests';
import { paths } from '../../../shared/protocol/sync';
import { noteChange } from '../note-change';
import { signedInject } from '../signed';
import { type TestOffice, openTestOffice } from '../test-office';

describe('The server for those who run it', () => {
  let opened: TestOffice;
  beforeAll(async () => {
    opened = await openTestOffice();
  });
  afterAll(() => opened?.close());
  const administrator = () => opened.administrator;
  const inject = signedInject(() => opened.app, administrator);

  test('describes every route that a laptop or an administrator calls, with what goes in and out', async () => {
    const answer = await opened.app.inject({ url: '/openapi.json' });
    const { openapi, paths: described } = answer.json<{
      openapi: string;
      paths: Record<string, Record<string, { requestBody?: unknown; responses?: unknown }>>;
    }>();
    expect(openapi).toBe('3.1.0');
    const hidden = /^\/(openapi\.json|metrics|api\/uploads)/;
    const missing = opened.routes
      .filter(({ url, method }) => !hidden.test(url) && method !== 'HEAD')
      .flatMap(({ url, method }) => [method].flat().map((verb) => ({ verb: verb.toLowerCase(), url })))
      .filter(({ verb, url }) => verb !== 'head' && !described[url.replace(/:(\w+)/g, '{$1}')]?.[verb]);
    expect(missing).toEqual([]);
    expect(JSON.stringify(described[paths.exchange]?.['post']?.requestBody)).toContain('cursors');
  });

  test('counts what it does for Prometheus, by route', async () => {
    const payload = { protocol: 2, device: 'laptop-1', epoch: null, cursors: {}, views: {} };
    await inject({
      method: 'POST',
      url: paths.exchange,
      payload: { ...payload, changes: [noteChange(), { id: 'not-understood' }] },
    });
    const { body } = await opened.app.inject({ url: '/metrics' });
    expect(body).toMatch(
      /xunji_request_seconds_count\{method="POST",route="\/api\/exchange",status="200"\} 1/,
    );
    expect(body).toMatch(/xunji_changes_total\{outcome="settled"\} 1/);
    expect(body).toMatch(/xunji_changes_total\{outcome="refused"\} 1/);
  });

  test.each([
    ['from another machine', { remoteAddress: '10.0.0.7' }],
    ['through a proxy', { headers: { 'x-forwarded-for': '10.0.0.7' } }],
  ])('keeps its figures from strangers who ask %s', async (_how, request) => {
    const asked = await opened.app.inject({ url: '/metrics', ...request });
    expect(asked.statusCode).toBe(401);
    expect((await inject({ url: '/metrics', ...request })).statusCode).toBe(200);
  });

  test('writes one line a request, without a name, a login or a word that anybody typed', async () => {
    let written = '';
    const stream = new Writable({
      write(chunk, _encoding, done) {
        written += String(chunk);
        done();
      },
    });
    const logController = new LogController({ disableRequestLogging: true });
    const logger = { ...(logOptions('debug') as object), stream };
    const app = await buildApp(opened.office, Fastify({ logger, logController }));
    const words = ['张三丰', 'zhangsan', '东侧围挡缺损', '口令一二三四五六七八', '13800000000'];
    const [name = '', login = '', text = '', password = '', phone = ''] = words;
    const ask = (method: string, url: string, payload?: object | string) =>
      signedInject(
        () => app,
        administrator,
      )({ method, url, headers: { 'content-type': 'application/json' }, payload });
    const account = { login, name, role: 'administrator', password };
    await ask('POST', '/api/accounts', account);
    await ask('POST', '/api/accounts', account);
    await ask('POST', '/api/accounts', { ...account, role: name });
    await ask('POST', '/api/accounts', `{"name": "${name}", ${text}`);
    await ask('POST', '/api/session', { holder: { key: name }, signIn: { login, password } });
    const changes = [
      noteChange({ text }),
      noteChange({ kind: 'person', fields: { phone: { value: phone, replaces: [] } } }),
    ];
    const exchange = { protocol: 2, device: 'laptop-1', epoch: null, cursors: {}, views: {} };
    await ask('POST', paths.exchange, { ...exchange, changes });
    await ask('POST', paths.exchange, { ...exchange, changes: [{ ...changes[0], id: text }] });
    await ask('GET', `/api/audit?scope=${encodeURIComponent(name)}`);
    await ask('GET', `/${encodeURIComponent(text)}?name=${encodeURIComponent(name)}`);
    // A failure that the database puts into words of its own.
    const failing = await buildApp(
      {
        ...opened.office,
        database: {
          ...opened.office.database,
          transact: () =>
            Promise.reject(Object.assign(new Error(`Key (login)=(${login})`), { detail: name })),
        },
      },
      Fastify({ logger, logController }),
    );
    await signedInject(() => failing, administrator)({ url: '/api/accounts' });
    const lines = written.trim().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(10);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ method: 'POST', route: '/api/accounts', status: 200 });
    expect(written).toContain('"err"');
    for (const word of [...words, ...words.map(encodeURIComponent)]) expect(written).not.toContain(word);
    await app.close();
    await failing.close();
  });

  test('works on a few exchanges at once, in the order they came, and tells the rest when to come again', async () => {
    const app = Fastify();
    const admission = admitInTurn(app, { atOnce: 2, underWay: 5 });
    readEachChange(app);
    const begun: number[] = [];
    const gates: (() => void)[] = [];
    app.post<{ Body: { n: number } }>(paths.exchange, async (request, reply) => {
      begun.push(request.body.n);
      await new Promise<void>((resolve) => gates.push(resolve));
      return reply.send(request.body);
    });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const send = (n: number) =>
      fetch(address + paths.exchange, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ n }),
      });
    const answers = [];
    for (let n = 0; n < 5; n += 1) {
      answers.push(send(n));
      await expect.poll(() => begun.length + admission.waiting).toBe(n + 1);
    }
    const turnedAway = await send(5);
    expect(turnedAway.status).toBe(503);
    expect(Number(turnedAway.headers.get('retry-after'))).toBeGreaterThanOrEqual(2);
    expect(await turnedAway.json()).toEqual({ problem: { code: 'server.busy', details: {} } });
    expect([begun, admission.waiting]).toEqual([[0, 1], 3]);
    for (let n = 0; n < 5; n += 1) {
      await expect.poll(() => gates.length).toBeGreaterThan(0);
      gates.shift()?.();
    }
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(admission.waiting).toBe(0);
    await app.close();
  });
});

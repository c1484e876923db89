import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oidcPaths, sessionPaths } from '../../shared/protocol/session';
import { exchangeReplySchema, healthSchema, paths } from '../../shared/protocol/sync';
import { noteChange } from './note-change';
import { signedInject } from './signed';
import { type TestOffice, openTestOffice } from './test-office';

describe('The server over HTTP', () => {
  let opened: TestOffice;
  beforeAll(async () => {
    opened = await openTestOffice();
  });
  afterAll(() => opened?.close());

  const inject = signedInject(
    () => opened.app,
    () => opened.administrator,
  );
  const request = {
    protocol: 2,
    device: 'laptop-1',
    epoch: null,
    cursors: {},
    views: {},
    changes: [noteChange()],
  };

  test('every route but those for strangers asks for a token and its proof', async () => {
    const cells = opened.routes.flatMap(({ method, url }) => [method].flat().map((verb) => ({ verb, url })));
    expect(cells.length).toBeGreaterThanOrEqual(14);
    const answeredAnyone: string[] = [];
    const told = new Set<string>();
    const { token } = opened.administrator;
    const wrong = ['', 'Bearer', `Bearer ${token}`, `Basic ${token}`, token];
    for (const { verb, url } of cells) {
      for (const header of wrong) {
        const answer = await opened.app.inject({
          method: verb as 'GET',
          url: url.replace(/:\w+/, 'a'.repeat(64)),
          headers: header ? { authorization: header } : {},
        });
        if (answer.statusCode !== 401) answeredAnyone.push(`${verb} ${url}`);
        // An answer to HEAD has no body.
        else if (verb !== 'HEAD') told.add(answer.body);
      }
    }
    expect([...told]).toEqual([JSON.stringify({ problem: { code: 'session.needed', details: {} } })]);
    expect([...new Set(answeredAnyone)].sort()).toEqual([
      `GET ${paths.health}`,
      `GET ${oidcPaths.callback}`,
      'GET /metrics',
      'GET /openapi.json',
      `HEAD ${paths.health}`,
      `HEAD ${oidcPaths.callback}`,
      'HEAD /metrics',
      'HEAD /openapi.json',
      ...[...Object.values(sessionPaths), oidcPaths.begin].map((path) => `POST ${path}`).sort(),
    ]);
  });

  test('a path that does not exist tells a stranger nothing', async () => {
    expect((await opened.app.inject({ url: '/api/secret' })).statusCode).toBe(401);
    const known = await inject({ url: '/api/secret' });
    expect(known.json()).toEqual({
      problem: { code: 'request.invalid', details: { fault: 'GET /api/secret' } },
    });
  });

  test('health says which database answers, and where files are kept', async () => {
    const answer = await opened.app.inject({ url: paths.health });
    expect(healthSchema.parse(answer.json())).toEqual({
      name: 'xunji',
      epoch: opened.office.database.epoch,
      database: 'pglite',
      files: 'disk',
    });
  });

  test('an exchange is answered in the words of the contract', async () => {
    const answer = await inject({
      method: 'POST',
      url: paths.exchange,
      payload: request,
    });
    expect(answer.statusCode).toBe(200);
    expect(exchangeReplySchema.parse(answer.json()).settled).toEqual(request.changes.map(({ id }) => id));
  });

  test.each([
    ['in one', ',', ''],
    ['in lines', ',\n', '\n'],
  ])(
    'a change with names that every object has is judged alone, and harms nothing that comes with it, %s',
    async (_how, between, edge) => {
      const [sound, built, cursed] = [noteChange(), noteChange(), noteChange()];
      const valued = (change: object, value: string) =>
        JSON.stringify(change).replace(/"value":("[^"]*")/, `"value":${value}`);
      const changes = [
        JSON.stringify(sound),
        valued(built, '{"constructor":{"prototype":1}}'),
        valued(cursed, '{"__proto__":{"polluted":true}}'),
        '{"id":"strange-1","constructor":{"prototype":{}},"__proto__":{"polluted":true}}',
      ];
      const head = JSON.stringify({ ...request, changes: undefined }).slice(0, -1);
      const answer = await inject({
        method: 'POST',
        url: paths.exchange,
        headers: { 'content-type': 'application/json' },
        payload: `${head},"__proto__":{"polluted":true},"changes":[${edge}${changes.join(between)}${edge}]}`,
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toMatch(/^application\/json/);
      const reply = exchangeReplySchema.parse(answer.json());
      expect(reply.settled).toEqual([sound.id]);
      expect(reply.refused.map(({ change }) => change).sort()).toEqual(
        [built.id, cursed.id, 'strange-1'].sort(),
      );
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  test.each([
    ['newer', 3, 'server.isOlder', 409],
    ['older', 1, 'server.isNewer', 426],
  ])('a laptop that is %s is told which of the two to update', async (_what, protocol, code, status) => {
    const answer = await inject({
      method: 'POST',
      url: paths.exchange,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ ...request, protocol }),
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().problem.code).toBe(code);
  });

  test.each([
    ['half a request', JSON.stringify(request).slice(0, 80)],
    ['an id that is a path', JSON.stringify({ ...request, device: '../../etc' })],
    ['nothing', ''],
  ])('%s is refused as a problem', async (_what, payload) => {
    const answer = await inject({
      method: 'POST',
      url: paths.exchange,
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().problem.code).toBe('request.invalid');
    expect(answer.json().problem.details.fault).not.toBe('');
  });
});

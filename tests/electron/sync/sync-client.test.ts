import { expect, it } from 'vitest';
import { exchange } from '../../../electron/sync/sync-client';
import { settingsSchema } from '../../../shared/protocol/bridge';
import type { ExchangeRequest } from '../../../shared/protocol/sync';
import { accessOf, anyAccess } from '../../server/signed';

const request: ExchangeRequest = {
  protocol: 2,
  device: 'd1',
  epoch: null,
  cursors: {},
  views: {},
  changes: [],
};
const settings = settingsSchema.parse({ serverUrl: 'http://127.0.0.1:1' });
const answering = (response: () => Response) => ({
  settings: () => settings,
  office: anyAccess,
  fetch: async () => response(),
});

it('takes no sign-in page of a network for an answer', async () => {
  const portal = answering(
    () => new Response('<html>请登录</html>', { headers: { 'content-type': 'text/html' } }),
  );
  expect(await exchange(portal, request)).toMatchObject({
    ok: false,
    problem: { code: 'server.answerStrange' },
  });
});

it('takes no JSON for an answer that does not fit the contract', async () => {
  const other = answering(() => Response.json({ ok: true, settled: [] }));
  expect(await exchange(other, request)).toMatchObject({
    ok: false,
    problem: { code: 'server.answerStrange' },
  });
});

it.each([
  ['newer', 3, 'server.isNewer'],
  ['older', 1, 'server.isOlder'],
])('says that the server is %s, and does not take it for a stranger', async (_what, protocol, code) => {
  const other = answering(() => Response.json({ protocol, epoch: 'e1', settled: [] }));
  expect(await exchange(other, request)).toMatchObject({ ok: false, problem: { code } });
});

it('says unreachable when the line breaks in the middle of an answer: that is no strange server', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from('{"protocol":2,')),
    pull: () => Promise.reject(new Error('reset')),
  });
  expect(
    await exchange(
      answering(() => new Response(body)),
      request,
    ),
  ).toMatchObject({
    ok: false,
    problem: { code: 'server.unreachable' },
  });
});

it('passes on the problem that the server names', async () => {
  const revoked = answering(() =>
    Response.json({ problem: { code: 'device.revoked', details: {} } }, { status: 401 }),
  );
  expect(await exchange(revoked, request)).toMatchObject({
    ok: false,
    problem: { code: 'device.revoked' },
  });
});

it('says unreachable when the line breaks, and not set when there is no server', async () => {
  const broken = {
    settings: () => settings,
    office: anyAccess,
    fetch: async () => {
      throw new TypeError('fetch failed');
    },
  };
  expect(await exchange(broken, request)).toMatchObject({
    ok: false,
    problem: { code: 'server.unreachable' },
  });
  const none = { ...broken, settings: () => settingsSchema.parse({}) };
  expect(await exchange(none, request)).toMatchObject({ ok: false, problem: { code: 'server.notSet' } });
});

it('shows who asks, tells how the laptop is, and takes a fitting reply', async () => {
  let [key, pending] = ['', ''];
  const reply = {
    protocol: 2,
    epoch: 'e1',
    settled: [],
    refused: [],
    newer: [],
    cursors: {},
    views: {},
    more: false,
  };
  const server = {
    settings: () => settings,
    office: accessOf({ headersFor: () => ({ authorization: 'Bearer key' }) }),
    fetch: async (_: string, init?: RequestInit) => {
      key = new Headers(init?.headers).get('authorization') ?? '';
      pending = new Headers(init?.headers).get('xunji-pending') ?? '';
      return Response.json(reply);
    },
  };
  expect(await exchange(server, request, { 'xunji-pending': '7' })).toEqual({
    ok: true,
    value: { ...reply, unread: [] },
  });
  expect([key, pending]).toEqual(['Bearer key', '7']);
});

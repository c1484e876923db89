import { createServer as createPlainServer } from 'node:http';
import { type Server, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchAuthority } from '../../../electron/sync/fetch-authority';
import { pinnedFetch } from '../../../electron/sync/pinned-fetch';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { exchange } from '../../../electron/sync/sync-client';
import { hashOfCertificate } from '../../../server/tls/hash-of-certificate';
import { anyAccess } from '../../server/signed';
import {
  type Certificate,
  makeAuthority,
  makeServerCertificate,
} from '../../../server/tls/office-certificate';

interface Office {
  readonly url: string;
  readonly authority: Certificate;
  readonly requests: string[];
  readonly server: Server;
}

/** A TLS server with an authority of its own, on an address that its certificate does not name. */
async function openOffice(): Promise<Office> {
  const authority = await makeAuthority();
  const { key, cert } = await makeServerCertificate(authority, [{ type: 'dns', value: 'elsewhere.invalid' }]);
  const requests: string[] = [];
  const server = createServer({ key, cert: `${cert}\n${authority.cert}` }, (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (request.url === '/moved') response.writeHead(302, { location: 'https://elsewhere.invalid/' });
    request.on('data', (bytes: Buffer) => requests.push(bytes.toString()));
    request.on('end', () => response.end(JSON.stringify({ headers: request.headers })));
    request.resume();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, authority, requests, server };
}

describe('A laptop speaks to the server of its office', () => {
  let ours: Office;
  let stranger: Office;
  beforeAll(async () => {
    ours = await openOffice();
    stranger = await openOffice();
  });
  afterAll(() => {
    for (const { server } of [ours, stranger]) {
      server.closeAllConnections();
      server.close();
    }
  });

  test('over TLS, with method, headers and body, whatever its address is', async () => {
    const answer = await pinnedFetch(() => ours.authority.cert)(`${ours.url}/api/x`, {
      method: 'POST',
      headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
      body: '{"话":1}',
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ headers: { authorization: 'Bearer t' } });
    expect(ours.requests).toEqual(['POST /api/x', '{"话":1}']);
  });

  test('and sends nothing to one of another authority, nor before it has one, nor after a redirection', async () => {
    stranger.requests.length = 0;
    await expect(pinnedFetch(() => ours.authority.cert)(`${stranger.url}/api/x`)).rejects.toThrow(
      /certificate/i,
    );
    await expect(pinnedFetch(() => null)(`${stranger.url}/api/x`)).rejects.toThrow(/authority/);
    expect(stranger.requests).toEqual([]);
    await expect(pinnedFetch(() => ours.authority.cert)(`${ours.url}/moved`)).rejects.toThrow(/redirected/);
    // The same request goes through with the stranger's own authority: what refused it above was the pin.
    expect((await pinnedFetch(() => stranger.authority.cert)(`${stranger.url}/api/x`)).status).toBe(200);
  });

  test('follows an authority that is pinned anew without a restart', async () => {
    let pinned = stranger.authority.cert;
    const fetching = pinnedFetch(() => pinned);
    await expect(fetching(ours.url)).rejects.toThrow(/certificate/i);
    pinned = ours.authority.cert;
    expect((await fetching(ours.url)).status).toBe(200);
  });

  test('in clear text on loopback only', async () => {
    const plain = createPlainServer((_request, response) => response.end('ok'));
    await new Promise<void>((done) => plain.listen(0, '127.0.0.1', done));
    const { port } = plain.address() as AddressInfo;
    const fetching = pinnedFetch(() => null);
    expect((await fetching(`http://127.0.0.1:${port}/`)).status).toBe(200);
    for (const host of ['10.255.255.1', '127.0.0.1.nip.invalid', 'office.invalid'])
      await expect(fetching(`http://${host}:${port}/`)).rejects.toThrow(/clear text/);
    plain.close();
    const settings = () => settingsSchema.parse({ serverUrl: 'http://10.0.0.5:8787' });
    const asked = await exchange(
      { settings, office: anyAccess, fetch: () => Promise.reject(new Error('must not be asked')) },
      { protocol: 2, device: 'd', epoch: null, cursors: {}, views: {}, changes: [] },
    );
    expect(asked).toMatchObject({ ok: false, problem: { code: 'server.clearText' } });
  });

  test('asks a server for its authority, which a person compares before anything goes there', async () => {
    const hash = hashOfCertificate(ours.authority.cert);
    const found = await fetchAuthority(ours.url);
    expect(found).toMatchObject({ ok: true, value: { sha256: hash } });
    const pem = found.ok ? found.value.pem : '';
    expect((await pinnedFetch(() => pem)(ours.url)).status).toBe(200);
    expect(await fetchAuthority(stranger.url)).not.toMatchObject({ value: { sha256: hash } });
    expect(await fetchAuthority('https://127.0.0.1:9')).toMatchObject({
      ok: false,
      problem: { code: 'server.unreachable' },
    });
  });
});

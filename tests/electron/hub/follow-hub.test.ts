import { type AddressInfo, createServer as createPlainServer } from 'node:net';
import { createServer } from 'node:tls';
import { afterEach, expect, it } from 'vitest';
import { followHub } from '../../../electron/hub/follow-hub';
import type { KeptMembership, Membership } from '../../../electron/office/membership';
import { hashOfCertificate } from '../../../server/tls/hash-of-certificate';
import {
  type Certificate,
  makeAuthority,
  makeServerCertificate,
} from '../../../server/tls/office-certificate';

const listening: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of listening.splice(0)) server.close();
});

/** `shown` is the authority that it names as its own, of which anybody may have the certificate. */
async function serveUnder(authority: Certificate, shown = authority): Promise<string> {
  const own = await makeServerCertificate(authority, [{ type: 'ip', value: '127.0.0.1' }]);
  const server = createServer({ key: own.key, cert: `${own.cert}\n${shown.cert}` });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  listening.push(server);
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function memberOf(authority: Certificate | null): KeptMembership & { now(): string | undefined } {
  let joined: Membership | null = {
    id: 'hub',
    serverUrl: 'https://192.168.1.7:4700',
    authority: authority?.cert ?? null,
    office: '周敏',
    account: { id: 'm', login: 'member', name: 'member', role: 'inspector', person: '', disabled: false },
  };
  return {
    get: () => joined,
    keep: async (next) => void (joined = next),
    now: () => joined?.serverUrl,
  };
}

it('a hub that has another address is followed there, and nobody who only says that he is it', async () => {
  const [ours, strange] = [await makeAuthority(), await makeAuthority()];
  const [there, impostor] = [await serveUnder(ours), await serveUnder(strange)];
  const authorityHash = hashOfCertificate(ours.cert);
  const member = memberOf(ours);
  const other = { name: '李雷', serverUrl: there, authorityHash: hashOfCertificate(strange.cert) };
  const liar = { name: '周敏', serverUrl: impostor, authorityHash };
  expect(await followHub(member, [other, liar])).toBe(false);
  expect(member.now()).toBe('https://192.168.1.7:4700');
  expect(await followHub(member, [liar, { name: '周敏', serverUrl: there, authorityHash }])).toBe(true);
  expect(member.now()).toBe(there);
  // It is there already: what does not answer now is not to be looked for elsewhere.
  expect(await followHub(member, [{ name: '周敏', serverUrl: there, authorityHash }])).toBe(false);
  expect(await followHub(memberOf(null), [liar])).toBe(false);
});

it('who shows the certificate of the authority and has not its key is not followed', async () => {
  const [ours, strange] = [await makeAuthority(), await makeAuthority()];
  const impostor = await serveUnder(strange, ours);
  const authorityHash = hashOfCertificate(ours.cert);
  const member = memberOf(ours);
  expect(await followHub(member, [{ name: '周敏', serverUrl: impostor, authorityHash }])).toBe(false);
  expect(member.now()).toBe('https://192.168.1.7:4700');
});

it('many who announce themselves and never answer do not keep it from the one that does', async () => {
  const ours = await makeAuthority();
  const there = await serveUnder(ours);
  const silent = createPlainServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  listening.push(silent);
  const { port } = silent.address() as AddressInfo;
  const authorityHash = hashOfCertificate(ours.cert);
  const silents = Array.from({ length: 30 }, (_, place) => `https://127.0.0.1:${port}/${place}`);
  const found = [...silents, there].map((serverUrl) => ({ name: '周敏', serverUrl, authorityHash }));
  const member = memberOf(ours);
  const begun = performance.now();
  expect(await followHub(member, found)).toBe(true);
  expect(member.now()).toBe(there);
  expect(performance.now() - begun).toBeLessThan(8_000);
});

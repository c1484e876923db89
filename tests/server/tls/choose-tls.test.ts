import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../../server/settings';
import { chooseTls } from '../../../server/tls/choose-tls';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { makeDataDirectory, removeDataDirectory } from '../data-directory';

describe('The server speaks TLS', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await makeDataDirectory();
  });
  afterAll(() => removeDataDirectory(directory));

  const choose = (...args: string[]) =>
    chooseTls(readSettings(['--data', directory, ...args], {}), nodeFileSystem);

  test('wherever another machine can reach it, with an authority that it keeps and that no clock ends', async () => {
    for (const host of ['0.0.0.0', '::', '10.0.0.5', 'office.invalid']) {
      const first = await choose('--host', host);
      const again = await choose('--host', host);
      expect(first?.authorityHash).toMatch(/^[0-9a-f]{64}$/);
      expect(again?.authorityHash).toBe(first?.authorityHash);
      const certificate = new X509Certificate(first?.cert ?? '');
      expect(certificate.validFrom).toMatch(/ 1970 /);
      expect(certificate.validTo).toMatch(/ 9999 /);
      expect(certificate.ca).toBe(false);
    }
    expect((await stat(join(directory, 'tls/authority.pem'))).mode & 0o077).toBe(0);
  });

  test('and clear text on loopback, or where something before it ends TLS, only', async () => {
    for (const host of ['127.0.0.1', 'localhost', '::1']) expect(await choose('--host', host)).toBeNull();
    expect(await choose('--host', '0.0.0.0', '--behind-proxy')).toBeNull();
  });

  test('with the office’s own certificate, whose chain must end with the authority', async () => {
    const own = await choose('--host', '0.0.0.0');
    const [cert, key] = [join(directory, 'own.pem'), join(directory, 'own-key.pem')];
    await writeFile(cert, own?.cert ?? '');
    await writeFile(key, own?.key ?? '');
    expect(await choose('--tls-cert', cert, '--tls-key', key)).toEqual(own && { ...own });
    const [leaf] = /-----BEGIN[^]+?-----END CERTIFICATE-----/.exec(own?.cert ?? '') ?? [''];
    await writeFile(cert, leaf);
    await expect(choose('--tls-cert', cert, '--tls-key', key)).rejects.toThrow(/authority/);
    expect(() => readSettings(['--tls-cert', cert], {})).toThrow(/together/);
  });
});

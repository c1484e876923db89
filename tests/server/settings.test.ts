import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../server/settings';

describe('The settings of the server', () => {
  test('have defaults that keep it on this machine', () => {
    expect(readSettings([], {})).toEqual({
      directory: resolve('xunji-data'),
      databaseUrl: undefined,
      port: 8787,
      host: '127.0.0.1',
      address: undefined,
      officeName: '',
      log: 'info',
      newEpoch: false,
      backup: undefined,
      behindProxy: false,
      proxies: 1,
      auditDays: 400,
      tlsFiles: undefined,
    });
  });

  test('come from the environment, and arguments go before it', () => {
    const environment = {
      XUNJI_DATA: '/srv/xunji',
      XUNJI_PORT: '9000',
      XUNJI_ADDRESS: 'https://office.invalid:8787',
      DATABASE_URL: 'postgres://xunji@127.0.0.1/xunji',
    };
    expect(readSettings(['--port', '0', '--new-epoch'], environment)).toMatchObject({
      directory: resolve('/srv/xunji'),
      port: 0,
      address: 'https://office.invalid:8787',
      databaseUrl: 'postgres://xunji@127.0.0.1/xunji',
      newEpoch: true,
    });
  });

  test('files go to the bucket that is named, else they stay on the disk', () => {
    expect(readSettings([], { XUNJI_S3_ENDPOINT: 'http://10.0.0.9:9000' }).s3).toBeUndefined();
    expect(
      readSettings([], { XUNJI_S3_BUCKET: 'xunji', XUNJI_S3_ENDPOINT: 'http://10.0.0.9:9000' }).s3,
    ).toEqual({ bucket: 'xunji', endpoint: 'http://10.0.0.9:9000', region: 'us-east-1' });
  });

  test('an empty variable is one that is not set', () => {
    expect(readSettings([], { XUNJI_PORT: '', DATABASE_URL: '', XUNJI_ADDRESS: '' }).port).toBe(8787);
  });

  test.each([
    ['port', { XUNJI_PORT: '70000' }],
    ['port', { XUNJI_PORT: 'http' }],
    ['address', { XUNJI_ADDRESS: 'office' }],
    ['audit-days', { XUNJI_AUDIT_DAYS: '179' }],
    ['oidc-issuer', { XUNJI_OIDC_ISSUER: 'https://id.invalid' }],
    ['database-url', { DATABASE_URL: 'mysql://x' }],
    ['s3-endpoint', { XUNJI_S3_BUCKET: 'xunji', XUNJI_S3_ENDPOINT: 'ftp://x' }],
  ])('a %s that is not valid is named', (name, environment) => {
    expect(() => readSettings([], environment)).toThrow(name);
  });

  test('an argument that does not exist is refused', () => {
    expect(() => readSettings(['--prot', '1'], {})).toThrow('--prot');
  });
});

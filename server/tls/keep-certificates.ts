import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { errorCode, makeDirectoryDurably, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { hashOfCertificate } from './hash-of-certificate';
import { type Certificate, makeAuthority, makeServerCertificate } from './office-certificate';

export interface ServerTls {
  readonly key: string;
  /** The server's certificate and behind it the authority's, which a laptop that joins compares with what its card says. */
  readonly cert: string;
  /** SHA-256 of the authority's certificate (DER), lower-case hex: what a laptop pins. */
  readonly authorityHash: string;
}

/**
 * The office's authority, made once and kept in `tls/` of the data directory, and a certificate of this server made anew at each
 * start, since the addresses of a laptop that serves as a hub change from day to day.
 */
export async function keepCertificates(dataDirectory: string, fileSystem: FileSystem): Promise<ServerTls> {
  const directory = join(dataDirectory, 'tls');
  await makeDirectoryDurably(fileSystem, directory);
  const path = join(directory, 'authority.pem');
  const authority = (await readAuthority(path, fileSystem)) ?? (await keepAuthority(path, fileSystem));
  const server = await makeServerCertificate(authority, ownNames());
  return {
    key: server.key,
    cert: `${server.cert}\n${authority.cert}`,
    authorityHash: hashOfCertificate(authority.cert),
  };
}

/** One file with both: half of an authority is none. */
async function keepAuthority(path: string, fileSystem: FileSystem): Promise<Certificate> {
  const authority = await makeAuthority();
  await writeDurably(fileSystem, path, Buffer.from(`${authority.cert}\n${authority.key}`));
  const handle = await fileSystem.open(path, 'r+');
  try {
    await handle.chmod(0o600);
  } finally {
    await handle.close();
  }
  return authority;
}

async function readAuthority(path: string, fileSystem: FileSystem): Promise<Certificate | null> {
  try {
    const text = await fileSystem.readFile(path, 'utf8');
    const [cert, key] = [
      /-----BEGIN CERTIFICATE-----[^]+?-----END CERTIFICATE-----/,
      /-----BEGIN PRIVATE KEY-----[^]+/,
    ];
    return { cert: cert.exec(text)?.[0] ?? '', key: key.exec(text)?.[0] ?? '' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function ownNames(): { readonly type: 'dns' | 'ip'; readonly value: string }[] {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return [
    ...['localhost', hostname()].map((value) => ({ type: 'dns' as const, value })),
    // A link-local address carries a zone ("%eth0"), which no certificate can name.
    ...addresses.map(({ address }) => ({ type: 'ip' as const, value: address.replace(/%.*/, '') })),
  ];
}

import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { FileSystem } from '../../shared/node/file-system';
import { isClearTextAllowed } from '../../shared/protocol/server-address';
import type { Settings } from '../settings';
import { hashOfCertificate } from './hash-of-certificate';
import { type ServerTls, keepCertificates } from './keep-certificates';

/**
 * TLS wherever the server can be reached from another machine; null on loopback, and where the administrator says that something
 * before it ends TLS. There is no setting for clear text over a network. Throws where a given file cannot be read.
 */
export async function chooseTls(
  { host, directory, behindProxy, tlsFiles, alwaysTls }: Settings,
  fileSystem: FileSystem,
): Promise<ServerTls | null> {
  if (tlsFiles) return readGiven(tlsFiles, fileSystem);
  if (alwaysTls) return keepCertificates(directory, fileSystem);
  const asUrl = new URL(`http://${isIP(host) === 6 ? `[${host}]` : host}`);
  if (behindProxy || isClearTextAllowed(asUrl)) return null;
  return keepCertificates(directory, fileSystem);
}

async function readGiven(
  files: { readonly cert: string; readonly key: string },
  fileSystem: FileSystem,
): Promise<ServerTls> {
  const cert = await fileSystem.readFile(files.cert, 'utf8');
  const key = await fileSystem.readFile(files.key, 'utf8');
  const chain = cert.match(/-----BEGIN CERTIFICATE-----[^]+?-----END CERTIFICATE-----/g) ?? [];
  const last = chain.at(-1);
  if (last === undefined || !new X509Certificate(last).ca)
    throw new Error(`${files.cert} must end with the certificate of the authority: laptops pin that one.`);
  return { cert, key, authorityHash: hashOfCertificate(last) };
}

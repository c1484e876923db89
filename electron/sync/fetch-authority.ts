import { type X509Certificate, createHash } from 'node:crypto';
import { connect } from 'node:tls';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';

const patienceMillis = 10_000;

/**
 * The certificate (PEM) of the authority behind a server, which must have the SHA-256 that the office told by another way: a card, a
 * QR code, a sheet of paper. Nothing is sent to the server but the greeting of TLS. Whoever answers with another authority is not
 * the office, or somebody stands in between: server.notOurs.
 */
export function fetchAuthority(serverUrl: string, authorityHash: string): Promise<Outcome<string>> {
  const { hostname, port } = new URL(serverUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    // Not authorised yet by anything: the hash is what decides, below, and only the certificate is taken from here.
    const socket = connect({ host, port: Number(port || 443), rejectUnauthorized: false }, () => {
      const authority = topOf(socket.getPeerX509Certificate());
      socket.destroy();
      const isOurs = authority !== null && hashOf(authority) === authorityHash.toLowerCase();
      resolve(isOurs ? succeed(authority.toString()) : fail(problem('server.notOurs')));
    });
    socket.setTimeout(patienceMillis, () => socket.destroy(new Error('timed out')));
    socket.on('error', () => resolve(fail(problem('server.unreachable'))));
  });
}

function topOf(certificate: X509Certificate | undefined): X509Certificate | null {
  let top = certificate ?? null;
  while (top?.issuerCertificate && top.issuerCertificate !== top) top = top.issuerCertificate;
  return top;
}

function hashOf(certificate: X509Certificate): string {
  return createHash('sha256').update(certificate.raw).digest('hex');
}

import { type X509Certificate, createHash } from 'node:crypto';
import { connect } from 'node:tls';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';

const patienceMillis = 10_000;

/** An authority that a server names as its own: `pem` its certificate, `sha256` the hash of that (DER), hex. */
export interface Authority {
  readonly pem: string;
  readonly sha256: string;
}

/**
 * The authority that a server stands under, as the server says: worth nothing until its hash was compared with what the office told
 * by another way (a card, a telephone). Nothing is sent but the greeting of TLS.
 */
export function fetchAuthority(serverUrl: string): Promise<Outcome<Authority>> {
  const { hostname, port } = new URL(serverUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    // Authorised by nothing yet: only the certificate is taken from here, and the line is closed.
    const socket = connect({ host, port: Number(port || 443), rejectUnauthorized: false }, () => {
      const top = topOf(socket.getPeerX509Certificate());
      socket.destroy();
      const sha256 = top && createHash('sha256').update(top.raw).digest('hex');
      resolve(
        top && sha256 ? succeed({ pem: top.toString(), sha256 }) : fail(problem('server.answerStrange')),
      );
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

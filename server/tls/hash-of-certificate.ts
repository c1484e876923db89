import { createHash, X509Certificate } from 'node:crypto';

/** SHA-256 of a certificate (its DER bytes), lower-case hex, as `openssl x509 -fingerprint -sha256` has it without colons. */
export function hashOfCertificate(pem: string): string {
  return createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
}

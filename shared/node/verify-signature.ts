import { createPublicKey, verify } from 'node:crypto';

/**
 * Whether `signature` was made over `said` by the owner of an Ed25519 public key (32 bytes, base64url). A signature as text is
 * base64url. A key that is none has signed nothing.
 */
export function verifySignature(
  publicKey: string,
  said: Uint8Array | string,
  signature: Uint8Array | string,
): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    const signed = typeof signature === 'string' ? Buffer.from(signature, 'base64url') : signature;
    return verify(null, typeof said === 'string' ? Buffer.from(said) : said, key, signed);
  } catch {
    return false;
  }
}

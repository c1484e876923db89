import { createPublicKey, verify } from 'node:crypto';

/** Whether `signature` was made over `bytes` by the owner of an Ed25519 public key (base64url). A key that is none signs nothing. */
export function verifySignature(signing: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signing }, format: 'jwk' });
    return verify(null, bytes, key, signature);
  } catch {
    return false;
  }
}

import { createPublicKey, verify } from 'node:crypto';

/** Whether `signature` (base64url) was made over `text` by the owner of an Ed25519 public key (32 bytes, base64url). */
export function verifyEd25519(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false; // a key that is none has signed nothing
  }
}

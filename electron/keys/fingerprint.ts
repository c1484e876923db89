import { createHash } from 'node:crypto';

const groups = 6;
const bytesPerGroup = 5;

/**
 * Two public keys as six groups of five digits (99 bits of SHA-256) that people can read to each other over the telephone:
 * digits, because letters sound alike and both languages have the same ones.
 */
export function fingerprint(signing: string, sealing: string): string {
  const hash = createHash('sha256').update(`xunji-fingerprint\n${signing}\n${sealing}`).digest();
  return Array.from({ length: groups }, (_, group) => {
    const value = hash.readUIntBE(group * bytesPerGroup, bytesPerGroup) % 100_000;
    return String(value).padStart(5, '0');
  }).join(' ');
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from '../../shared/clock';

const goodForMillis = 2 * 60 * 1000;

/** A nonce for one holder that any process of the office knows again, because it carries its time and a keyed hash. */
export function makeChallenge(key: Uint8Array, holder: string, now: number, random: RandomBytes): string {
  const head = Buffer.alloc(24);
  head.writeBigUInt64BE(BigInt(now));
  head.set(random(16), 8);
  return Buffer.concat([head, seal(key, holder, head)]).toString('base64url');
}

/** Whether this office gave that nonce to that holder a moment ago. */
export function isChallenge(key: Uint8Array, holder: string, nonce: string, now: number): boolean {
  const bytes = Buffer.from(nonce, 'base64url');
  if (bytes.length !== 56) return false;
  const head = bytes.subarray(0, 24);
  const age = now - Number(head.readBigUInt64BE());
  // Two servers' clocks may differ by a little.
  return timingSafeEqual(seal(key, holder, head), bytes.subarray(24)) && Math.abs(age) <= goodForMillis;
}

function seal(key: Uint8Array, holder: string, head: Uint8Array): Buffer {
  return createHmac('sha256', key).update(head).update(holder).digest();
}

import type { Clock, RandomBytes } from '../clock';

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits.
 * Time-ordered, because random keys cost an index twice as much at a million rows.
 */
export function newId(clock: Clock, random: RandomBytes): string {
  const bytes = random(16);
  let millis = clock();
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = millis % 256;
    millis = Math.floor(millis / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

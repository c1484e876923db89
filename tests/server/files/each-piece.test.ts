import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { eachPiece } from '../../../server/files/each-piece';

/** What was handed over, and the end of it. */
function reading(source: PassThrough) {
  const taken: Buffer[] = [];
  let heard = (): void => undefined;
  const first = new Promise<void>((resolve) => (heard = resolve));
  const ended = eachPiece(source, async (pieces) => {
    taken.push(Buffer.concat(pieces));
    heard();
  });
  return { taken, first, ended };
}

test('what comes fast is handed over half a megabyte at once and whole', async () => {
  const bytes = randomBytes(2_000_000);
  const source = new PassThrough({ highWaterMark: bytes.length });
  const { taken, ended } = reading(source);
  for (let at = 0; at < bytes.length; at += 1 << 16) {
    source.write(bytes.subarray(at, at + (1 << 16)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  source.end();
  expect(await ended).toBe(true);
  expect(Buffer.concat(taken).equals(bytes)).toBe(true);
  // Of 31 that came; 4 where nothing holds the machine up.
  expect(taken.length).toBeLessThanOrEqual(15);
});

test('what comes slowly is handed over while its line is open, and what came before a line broke all the same', async () => {
  const source = new PassThrough();
  const { taken, first, ended } = reading(source);
  source.write('ab');
  await first;
  expect(taken.map(String)).toEqual(['ab']);
  source.write('cd');
  source.destroy();
  expect(await ended).toBe(false);
  expect(taken.map(String)).toEqual(['ab', 'cd']);
});

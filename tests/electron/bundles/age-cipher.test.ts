import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AgeFailure, decryptAge, encryptAge } from '../../../electron/bundles/age-cipher';
import keys from '../../fixtures/bundles/keys.json' with { type: 'json' };

const fixture = (name: string) => join(import.meta.dirname, '../../fixtures/bundles', name);
const ways = [true, false];

/** In pieces of an odd size, so that none ends where a chunk does. */
async function* piecesOf(bytes: Uint8Array, size = 7001) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const piece of pieces) held.push(Uint8Array.from(piece));
  return Buffer.concat(held);
}

const seal = (bytes: Uint8Array, fast: boolean) => all(encryptAge(piecesOf(bytes), [keys.recipient], fast));
const open = (bytes: Uint8Array, fast: boolean) => all(decryptAge(piecesOf(bytes), keys.identity, fast));

describe.each(ways)('With the fast cipher: %s', (fast) => {
  it('a file that the age tool made for two receivers is opened', async () => {
    const plain = await open(await readFile(fixture('by-age-tool.age')), fast);
    expect(createHash('sha256').update(plain).digest('hex')).toBe(keys.sha256);
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])(
    'what is sealed with %i bytes is opened by the library and by the fast way alike',
    async (size) => {
      const plain = Buffer.alloc(size, 7);
      const sealed = await seal(plain, fast);
      for (const other of ways) expect((await open(sealed, other)).equals(plain)).toBe(true);
    },
  );

  it('a file that ends at the end of a chunk but before its last one is refused', async () => {
    const sealed = await seal(Buffer.alloc(200_000, 7), fast);
    const header = sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1 + 16;
    await expect(open(sealed.subarray(0, header + 2 * (65_536 + 16)), fast)).rejects.toThrow(AgeFailure);
    await expect(open(sealed.subarray(0, header), fast)).rejects.toThrow(AgeFailure);
    await expect(open(Buffer.from('age-encryption.org/v1\nabc'), fast)).rejects.toThrow(AgeFailure);
  });

  it('chunks that changed places are refused', async () => {
    const sealed = await seal(Buffer.alloc(200_000, 7), fast);
    const header = sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1 + 16;
    const chunk = 65_536 + 16;
    const [first, second] = [0, 1].map((place) =>
      Buffer.from(sealed.subarray(header + place * chunk, header + (place + 1) * chunk)),
    );
    if (!first || !second) throw new Error('two chunks');
    sealed.set(second, header);
    sealed.set(first, header + chunk);
    await expect(open(sealed, fast)).rejects.toThrow(AgeFailure);
  });
});

it('a stick that is gone is not taken for a file that does not decrypt', async () => {
  async function* gone() {
    yield Buffer.from('age-encryption.org/v1\n');
    await Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
  }
  for (const fast of ways)
    await expect(all(decryptAge(gone(), keys.identity, fast))).rejects.toMatchObject({ code: 'EIO' });
});

import { expect, it } from 'vitest';
import { bridgeCalls } from '../../../shared/protocol/bridge';
import { pack, packedCalls, unpack } from '../../../shared/protocol/packed';

it('gives back what was packed, and leaves alone what was not', () => {
  const value = { origin: 'local', changes: [{ id: 'c1', text: '围挡缺损 🚧\u0000' }] };
  expect(unpack(pack(value))).toEqual({ value });
  for (const plain of [value, null, 'text', { packed: 1 }, { packed: '{}', more: 1 }])
    expect(unpack(plain)).toBeUndefined();
});

it('throws where the text is none', () => {
  expect(() => unpack({ packed: '{' })).toThrow(SyntaxError);
});

it('packs no call that carries bytes, which a text does not hold', () => {
  const withBytes = /^(attachments|thumbs|prints|copies|recordings)\./;
  expect(packedCalls.filter((name) => withBytes.test(name))).toEqual([]);
  expect(Object.keys(bridgeCalls)).toEqual(expect.arrayContaining([...packedCalls]));
});

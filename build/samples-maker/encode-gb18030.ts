/** Text as Chinese offices' older programs write it. The platform only decodes GB18030, so that its own table is turned round; characters of four bytes are not needed. */
export function encodeGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (low !== 0x7f && character.length === 1 && !codes.has(character)) codes.set(character, [high, low]);
    }
  return new Uint8Array(
    Array.from(text).flatMap((character) => {
      const code = character.charCodeAt(0);
      const bytes = code < 0x80 ? [code] : codes.get(character);
      if (bytes === undefined) throw new Error(`no two bytes for ${character}`);
      return [...bytes];
    }),
  );
}

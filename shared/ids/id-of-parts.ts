/**
 * An id made from other ids and names, so that two laptops which start the same record without seeing each other write to one.
 * FNV-1a of 128 bits: short enough for an id.
 */
export function idOfParts(kind: string, ...parts: readonly string[]): string {
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (const character of parts.join(' ')) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x1000000000000000000013bn);
  }
  return `${kind}-${hash.toString(16).padStart(32, '0')}`;
}

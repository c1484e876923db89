const groups = 6;
const hexPerGroup = 10;

/**
 * A SHA-256 (hex) as six groups of five digits, 99 bits of it, that two people can read to each other over the telephone: digits,
 * because letters sound alike and both languages have the same ones.
 */
export function digitGroups(sha256: string): string {
  return Array.from({ length: groups }, (_, group) => {
    const part = sha256.slice(group * hexPerGroup, (group + 1) * hexPerGroup);
    return String(Number.parseInt(part, 16) % 100_000).padStart(5, '0');
  }).join(' ');
}

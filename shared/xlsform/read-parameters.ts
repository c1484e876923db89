/** "start=0 end=10; step=2, randomize = true" as names and values; names in lower case. */
export function readParameters(cell: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const text = cell.replaceAll(/\s*=\s*/g, '=').trim();
  for (const part of text.split(/[\s,;]+/)) {
    const equals = part.indexOf('=');
    if (equals > 0) found.set(part.slice(0, equals).toLowerCase(), part.slice(equals + 1));
    else if (part !== '') found.set(part.toLowerCase(), '');
  }
  return found;
}

/** As deep as a change may be that the schema accepts, and some. Databases and serializers have no room for any depth. */
const deepest = 110;

/**
 * Whether JSON says what was parsed from it and nothing else, so that it may stand for it: no name twice (who reads the first of them reads
 * another change), nothing between its parts, no letter written as a number, no `__proto__`, no great depth. Told by its length: nothing
 * shorter says the same where nothing is escaped, and all of these make it longer. What is not plain is written anew.
 */
export function isPlain(text: string, parsed: unknown): boolean {
  return !text.includes('\\') && text.length === shortest(parsed, deepest);
}

/** The length of the shortest JSON without escapes; NaN where that is not known. */
function shortest(value: unknown, depth: number): number {
  switch (typeof value) {
    case 'string':
      return value.length + 2;
    case 'boolean':
      return value ? 4 : 5;
    case 'number':
      return isShortest(value) ? String(value).length : Number.NaN;
    case 'object':
      if (value === null) return 4;
      if (depth === 0) return Number.NaN;
      return Array.isArray(value) ? shortestList(value, depth - 1) : shortestObject(value, depth - 1);
    default:
      return Number.NaN;
  }
}

function shortestList(items: readonly unknown[], depth: number): number {
  let length = 2 + Math.max(0, items.length - 1);
  for (const item of items) length += shortest(item, depth);
  return length;
}

function shortestObject(value: object, depth: number): number {
  let [length, members] = [2, 0];
  for (const name in value) {
    if (name === '__proto__') return Number.NaN;
    members += 1;
    length += name.length + 3 + shortest((value as Readonly<Record<string, unknown>>)[name], depth);
  }
  return length + Math.max(0, members - 1);
}

/** 1000 is 1e3 as well, and 0.001 is 1e-3: what that saves could hide something. -0 comes back as 0. */
function isShortest(value: number): boolean {
  if (value === 0) return !Object.is(value, -0);
  const size = Math.abs(value);
  if (Number.isInteger(value)) return Number.isSafeInteger(value) && (size < 1000 || size % 1000 !== 0);
  return size >= 0.01 && size < 1e15;
}

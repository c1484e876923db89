export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'answer' | 'symbol' | 'operator';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of an expression, or the place of the first character that starts none. */
export function tokenize(source: string): readonly Token[] | number {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  const end = source.trimEnd().length;
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const found = pattern.exec(source);
    if (found === null) return from + (/^\s*/.exec(source.slice(from))?.[0].length ?? 0);
    const text = found[0].trimStart();
    const start = pattern.lastIndex - text.length;
    tokens.push({
      kind: kindOf(found.groups ?? {}, text, tokens.at(-1)),
      text,
      start,
      end: pattern.lastIndex,
    });
  }
  return tokens;
}

const ncName = String.raw`[\p{L}_][\p{L}\p{M}\p{Nd}_.\-\u00b7]*`;
const pattern = new RegExp(
  String.raw`\s*(?:(?<answer>\$\{[^{}]*\})|(?<text>'[^']*'|"[^"]*")|(?<number>\d+(?:\.\d*)?|\.\d+)|` +
    String.raw`(?<name>${ncName}(?::(?!:)(?:${ncName}|\*))?)|(?<symbol>::|\.\.|//|!=|<=|>=|[()[\].@,/|+\-=<>*]))`,
  'uy',
);

/** XPath's rule (3.7): behind a value, `*` and the words and, or, div, mod are operators; elsewhere they are names. */
function kindOf(
  groups: Readonly<Record<string, string | undefined>>,
  text: string,
  before: Token | undefined,
): Token['kind'] {
  if (groups['answer'] !== undefined) return 'answer';
  if (groups['text'] !== undefined) return 'text';
  if (groups['number'] !== undefined) return 'number';
  const behindValue = before !== undefined && endsValue(before);
  if (groups['name'] !== undefined) return behindValue && words.has(text) ? 'operator' : 'name';
  if (text === '*') return behindValue ? 'operator' : 'name';
  return operators.has(text) ? 'operator' : 'symbol';
}

function endsValue({ kind, text }: Token): boolean {
  if (kind === 'operator') return false;
  return kind !== 'symbol' || text === ')' || text === ']' || text === '.' || text === '..';
}

const words: ReadonlySet<string> = new Set(['and', 'or', 'div', 'mod']);
const operators: ReadonlySet<string> = new Set(['|', '+', '-', '=', '!=', '<', '<=', '>', '>=']);

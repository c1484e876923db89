import { type Comparison, type Expression, comparisons } from './expression';

/**
 * Reads `${x} = 'y'`, != < <= > >=, and, or, not(), selected(), brackets, text and numbers. Null for anything else:
 * the rest of XPath is refused as a whole rather than half understood.
 */
export function parseExpression(source: string): Expression | null {
  const tokens = tokenize(source);
  if (tokens === null) return null;
  const reader = new Reader(tokens);
  const expression = reader.either();
  return expression !== null && reader.atEnd() ? expression : null;
}

const tokenPattern =
  /\s*(?:(\$\{[A-Za-z_][A-Za-z0-9_-]*\})|('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)|(!=|<=|>=|[=<>(),])|([a-z-]+))/y;

function tokenize(source: string): readonly string[] | null {
  const tokens: string[] = [];
  const text = source.trimEnd();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const found = tokenPattern.exec(text);
    if (found === null) return null;
    tokens.push(found[0].trimStart());
  }
  return tokens;
}

/** Descent by precedence: or, and, comparison, then single values. Every step answers null for what it does not know. */
class Reader {
  private place = 0;

  constructor(private readonly tokens: readonly string[]) {}

  atEnd(): boolean {
    return this.place === this.tokens.length;
  }

  either(): Expression | null {
    return this.chain('or', () => this.chain('and', () => this.comparison()));
  }

  private chain(word: 'and' | 'or', part: () => Expression | null): Expression | null {
    let left = part();
    while (left !== null && this.take(word)) {
      const right = part();
      left = right && { kind: word, left, right };
    }
    return left;
  }

  private comparison(): Expression | null {
    const left = this.single();
    const operator = this.tokens[this.place] ?? '';
    if (left === null || !comparisons.includes(operator)) return left;
    this.place += 1;
    const right = this.single();
    return right && { kind: 'compare', operator: operator as Comparison, left, right };
  }

  private single(): Expression | null {
    const token = this.tokens[this.place] ?? '';
    this.place += 1;
    if (token.startsWith('${')) return { kind: 'answer', name: token.slice(2, -1) };
    if (token.startsWith("'") || token.startsWith('"')) return { kind: 'text', value: token.slice(1, -1) };
    if (/^-?\d/.test(token)) return { kind: 'number', value: Number(token) };
    if (token === '(') return this.closed(this.either());
    if (token === 'not' && this.take('(')) {
      const inner = this.either();
      return this.closed(inner && { kind: 'not', inner });
    }
    return token === 'selected' && this.take('(') ? this.selected() : null;
  }

  private selected(): Expression | null {
    const list = this.single();
    const choice = list && this.take(',') ? this.single() : null;
    return this.closed(list && choice && { kind: 'selected', list, choice });
  }

  private closed(inner: Expression | null): Expression | null {
    return this.take(')') ? inner : null;
  }

  private take(token: string): boolean {
    if (this.tokens[this.place] !== token) return false;
    this.place += 1;
    return true;
  }
}

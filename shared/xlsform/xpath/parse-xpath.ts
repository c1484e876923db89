import { type Token, tokenize } from './tokenize';

/** `${name}` in an expression, with where it stands: it becomes another path inside a list's predicate. */
export interface AnswerReference {
  readonly name: string;
  readonly lastSaved: boolean;
  readonly start: number;
  readonly end: number;
  /** Inside the square brackets of `instance('…')/root/item[…]`, where paths start from the entry of the list. */
  readonly inListPredicate: boolean;
  /** An argument of indexed-repeat() that names a question or repeat as a whole. */
  readonly ofAllEntries: boolean;
  /** Inside any square brackets. */
  readonly inPredicate: boolean;
  /** Between quotes, as in jr:choice-name(${a}, '${a}'), which wants the path as a text. */
  readonly inText: boolean;
}

export interface FunctionCall {
  readonly name: string;
  readonly start: number;
  readonly arguments: number;
  /** The first argument where it is a text between quotes. */
  readonly firstText: string | null;
}

export interface ParsedXpath {
  readonly references: readonly AnswerReference[];
  readonly calls: readonly FunctionCall[];
  readonly tokens: readonly Token[];
}

export type XpathReading =
  | { readonly ok: true; readonly value: ParsedXpath }
  /** `at` counts characters from 0; `found` is empty at the end of the expression. */
  | { readonly ok: false; readonly at: number; readonly found: string };

/** Reads an XPath 1.0 expression with `${name}`: its grammar is checked, its names and functions are listed. */
export function parseXpath(source: string): XpathReading {
  const tokens = tokenize(source);
  if (typeof tokens === 'number') return { ok: false, at: tokens, found: charAt(source, tokens) };
  const reader = new Reader(tokens);
  const stopped = reader.whole();
  if (stopped === null) {
    return { ok: true, value: { references: reader.references, calls: reader.calls, tokens } };
  }
  const token = tokens[stopped];
  return { ok: false, at: token?.start ?? source.length, found: token?.text ?? '' };
}

function charAt(source: string, at: number): string {
  return String.fromCodePoint(source.codePointAt(at) ?? 0);
}

/** Deeper than anybody writes, and far from the end of the stack. */
const deepest = 64;
const axis =
  /^(?:ancestor|ancestor-or-self|attribute|child|descendant|descendant-or-self|following|following-sibling|namespace|parent|preceding|preceding-sibling|self)$/;

/** Descent through the grammar of XPath 1.0. Every step answers whether it could read on; `place` stands where it could not. */
class Reader {
  readonly references: AnswerReference[] = [];
  readonly calls: FunctionCall[] = [];
  private place = 0;
  private depth = 0;
  private predicates = 0;
  private listPredicates = 0;
  private allEntries = false;

  constructor(private readonly tokens: readonly Token[]) {}

  /** Null when all of it is one expression, else the token that does not fit. */
  whole(): number | null {
    return this.expression() && this.place === this.tokens.length ? null : this.place;
  }

  /** All binary operators at once: precedence changes the value, not whether it is grammatical. */
  private expression(): boolean {
    if (this.depth >= deepest) return false;
    this.depth += 1;
    let fine = this.signed();
    while (fine && this.tokens[this.place]?.kind === 'operator') {
      this.place += 1;
      fine = this.signed();
    }
    this.depth -= 1;
    return fine;
  }

  private signed(): boolean {
    return this.take('-') ? this.signed() : this.path();
  }

  private path(): boolean {
    const token = this.tokens[this.place];
    if (token === undefined) return false;
    if (token.text === '/' || token.text === '//') {
      this.place += 1;
      return this.startsStep() ? this.steps(false) : token.text === '/';
    }
    const isCall =
      token.kind === 'name' && this.tokens[this.place + 1]?.text === '(' && !isNodeType(token.text);
    const isValue = token.kind === 'text' || token.kind === 'number' || token.kind === 'answer';
    if (!isCall && !isValue && token.text !== '(') return this.steps(false);
    const ofList = isCall && token.text === 'instance';
    if (!(isCall ? this.call() : token.text === '(' ? this.bracketed() : this.value(token))) return false;
    if (!this.predicateList(ofList)) return false;
    if (this.peek('/') || this.peek('//')) {
      this.place += 1;
      return this.steps(ofList);
    }
    return true;
  }

  private value(token: Token): boolean {
    this.place += 1;
    if (token.kind === 'number') return true;
    for (const found of token.text.matchAll(/\$\{([^{}]*)\}/g)) {
      this.refer(found[1]?.trim() ?? '', token.start + found.index, found[0].length, token.kind === 'text');
    }
    return true;
  }

  private refer(inner: string, start: number, length: number, inText: boolean): void {
    const lastSaved = inner.startsWith('last-saved#');
    this.references.push({
      name: lastSaved ? inner.slice('last-saved#'.length) : inner,
      lastSaved,
      start,
      end: start + length,
      inListPredicate: this.listPredicates > 0,
      ofAllEntries: this.allEntries,
      inPredicate: this.predicates > 0,
      inText,
    });
  }

  private bracketed(): boolean {
    this.place += 1;
    return this.expression() && this.take(')');
  }

  private call(): boolean {
    const { text: name = '', start = 0 } = this.tokens[this.place] ?? {};
    this.place += 2;
    const first = this.tokens[this.place];
    const outer = this.allEntries;
    let count = 0;
    while (!this.peek(')')) {
      if (count > 0 && !this.take(',')) return false;
      // indexed-repeat(question, repeat, index, repeat, index, …): all but the indexes mean every entry.
      this.allEntries = name === 'indexed-repeat' && (count === 0 || count % 2 === 1);
      if (!this.expression()) return false;
      count += 1;
    }
    this.allEntries = outer;
    this.place += 1;
    const firstText = first?.kind === 'text' ? first.text.slice(1, -1) : null;
    this.calls.push({ name, start, arguments: count, firstText });
    return true;
  }

  private steps(ofList: boolean): boolean {
    if (!this.step() || !this.predicateList(ofList)) return false;
    while (this.peek('/') || this.peek('//')) {
      this.place += 1;
      if (!this.step() || !this.predicateList(ofList)) return false;
    }
    return true;
  }

  private step(): boolean {
    if (this.take('.') || this.take('..')) return true;
    const token = this.tokens[this.place];
    if (token?.kind === 'name' && this.tokens[this.place + 1]?.text === '::') {
      if (!axis.test(token.text)) return false;
      this.place += 2;
    } else this.take('@');
    const name = this.tokens[this.place];
    if (name?.kind !== 'name') return false;
    this.place += 1;
    if (!this.peek('(')) return true;
    if (!isNodeType(name.text)) return false;
    this.place += 1;
    if (this.tokens[this.place]?.kind === 'text') this.place += 1;
    return this.take(')');
  }

  private predicateList(ofList: boolean): boolean {
    while (this.take('[')) {
      this.predicates += 1;
      if (ofList) this.listPredicates += 1;
      const fine = this.expression() && this.take(']');
      this.predicates -= 1;
      if (ofList) this.listPredicates -= 1;
      if (!fine) return false;
    }
    return true;
  }

  private startsStep(): boolean {
    const token = this.tokens[this.place];
    return token !== undefined && (token.kind === 'name' || ['.', '..', '@'].includes(token.text));
  }

  private peek(text: string): boolean {
    const token = this.tokens[this.place];
    return token?.text === text && token.kind !== 'text';
  }

  private take(text: string): boolean {
    if (!this.peek(text)) return false;
    this.place += 1;
    return true;
  }
}

function isNodeType(name: string): boolean {
  return name === 'node' || name === 'text' || name === 'comment' || name === 'processing-instruction';
}

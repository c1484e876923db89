/** In the order of Ctrl+1, 2, 3. */
export const draftKinds = ['note', 'remark', 'issue'] as const;

export type DraftKind = (typeof draftKinds)[number];

const prefixes: Readonly<Record<string, DraftKind>> = { 记: 'note', 话: 'remark', 题: 'issue' };

export interface QuickEntry {
  /** What the prefix asks for; null where there is none. */
  readonly kind: DraftKind | null;
  readonly text: string;
  /** Nothing but the first character of a prefix so far: not worth a record yet. */
  readonly unsure: boolean;
}

/** Reads the prefix of a quick entry: "话 要抓紧" is a remark that says 要抓紧. The space may be a full-width one. */
export function parseQuickEntry(typed: string): QuickEntry {
  const [, word = '', rest] = /^([记话题])[ \u3000]([\s\S]*)$/.exec(typed) ?? [];
  if (rest !== undefined) return { kind: prefixes[word] ?? null, text: rest, unsure: false };
  return { kind: null, text: typed, unsure: Object.hasOwn(prefixes, typed) };
}

/** In the order of Ctrl+1 to 6. */
export const draftKinds = ['note', 'remark', 'issue', 'request', 'indicator', 'handover'] as const;

export type DraftKind = (typeof draftKinds)[number];

/** Behind a slash the first letter of the pinyin or of the English word does, too: no input method has to be changed. */
const prefixes: Readonly<Record<string, DraftKind>> = {
  记: 'note',
  话: 'remark',
  题: 'issue',
  求: 'request',
  标: 'indicator',
  策: 'handover',
  '/j': 'note',
  '/n': 'note',
  '/h': 'remark',
  '/r': 'remark',
  '/t': 'issue',
  '/i': 'issue',
  '/q': 'request',
  '/b': 'indicator',
  '/f': 'indicator',
  '/c': 'handover',
  '/p': 'handover',
};

export interface QuickEntry {
  /** What the prefix asks for; null where there is none. */
  readonly kind: DraftKind | null;
  readonly text: string;
  /** Nothing but the beginning of a prefix so far: not worth a record yet. */
  readonly unsure: boolean;
}

/**
 * Reads the prefix of a quick entry: "话 要抓紧" or "/h 要抓紧" is a remark that says 要抓紧. The space may be a full-width one; a
 * prefix of a kind that this place does not take is text.
 */
export function parseQuickEntry(typed: string, kinds: readonly DraftKind[] = draftKinds): QuickEntry {
  const [, word = '', rest] = /^([记话题求标策]|[/／][a-z])[ \u3000]([\s\S]*)$/i.exec(typed) ?? [];
  const kind = kindOf(word);
  if (rest !== undefined && kind && kinds.includes(kind)) return { kind, text: rest, unsure: false };
  return { kind: null, text: typed, unsure: typed === '/' || typed === '／' || kindOf(typed) !== undefined };
}

function kindOf(word: string): DraftKind | undefined {
  const plain = word.replace('／', '/').toLowerCase();
  return Object.hasOwn(prefixes, plain) ? prefixes[plain] : undefined;
}

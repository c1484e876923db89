import { mayBeLongText } from './long-text-fields';
import { type MergedText, mergeTexts, uniteTexts } from './merge-text';
import type { TextBase, TextSeen } from './change';
import type { FieldState, Head, RecordState } from './record-state';

/** More texts than these, or longer ones, nobody reads as one: they are shown one below the other. */
const mostTexts = 16;
const mostLetters = 60_000;

/**
 * The text that a field shows whose values do not replace each other; null where it is no long text, so that one value has to
 * stand for all. From the state alone, and in no order but that of the heads.
 */
export function mergeHeads(
  { kind }: Pick<RecordState, 'kind'>,
  name: string,
  field: FieldState,
): MergedText | null {
  const { heads } = field;
  if (heads.length < 2 || !mayBeLongText(kind, name) || !heads.some((head) => head.base)) return null;
  const texts = new Set<string>();
  for (const { value } of heads) {
    if (typeof value !== 'string') return null;
    texts.add(value);
  }
  return mergeDistinct(heads, [...texts]);
}

function mergeDistinct(heads: readonly Head[], texts: readonly string[]): MergedText {
  const [only = ''] = texts;
  if (texts.length === 1) return { text: only, isClean: true };
  if (texts.length > mostTexts || longestOf(heads) * texts.length > mostLetters)
    return { text: texts.join('\n'), isClean: false };
  const base = commonBase(heads);
  if (base !== null) return mergeTexts(base, texts);
  return { text: texts.reduce(uniteTexts), isClean: false };
}

function longestOf(heads: readonly Head[]): number {
  return heads.reduce(
    (longest, { value, base }) =>
      Math.max(longest, typeof value === 'string' ? value.length : 0, base?.text.length ?? 0),
    0,
  );
}

/**
 * The latest text that all heads surely go back to. Who counted no edit of a device cannot have built on it, so that a base which
 * only one of them knew is none: letters that the others never saw would count as taken away by them.
 */
function commonBase(heads: readonly Head[]): string | null {
  const bases = heads.flatMap(({ base }) => base ?? []);
  // What an earlier version made may go back to anything.
  if (bases.length < heads.length) return null;
  const seen = heads.map(seenOfHead);
  const [best] = bases
    .filter((base) => seen.every((each) => isBelow(base.seen, each)))
    .toSorted((a, b) => total(b.seen) - total(a.seen));
  if (best === undefined) return null;
  // Everything goes back to an empty text, which says nothing where others went on from a full one.
  return best.text === '' && bases.some(({ text }) => text !== '') ? null : best.text;
}

/** How many edits of each device a head rests on, itself included; one of an earlier version counts by its own id. */
export function seenOfHead({ change, device, base }: Head): TextSeen {
  return base ? { ...base.seen, [device]: base.own } : { [change]: 1 };
}

/** What an edit of `device` is made from that replaces these heads and saw `shown` in their place. */
export function baseOf(device: string, heads: readonly Head[], shown: string): TextBase {
  const [head] = heads;
  if (heads.length === 1 && head?.base && head.device === device)
    return { ...head.base, own: head.base.own + 1 };
  const seen: Record<string, number> = {};
  for (const each of heads)
    for (const [who, count] of Object.entries(seenOfHead(each))) seen[who] = Math.max(seen[who] ?? 0, count);
  return { text: shown, seen, own: (seen[device] ?? 0) + 1 };
}

function isBelow(base: TextSeen, seen: TextSeen): boolean {
  return Object.entries(base).every(
    ([who, count]) => count <= (Object.hasOwn(seen, who) ? (seen[who] ?? 0) : 0),
  );
}

function total(seen: TextSeen): number {
  return Object.values(seen).reduce((sum, count) => sum + count, 0);
}

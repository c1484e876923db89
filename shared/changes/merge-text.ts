import { textHunks } from './text-hunks';

export interface MergedText {
  readonly text: string;
  /** Nobody's edit met another's: there is nothing to ask. */
  readonly isClean: boolean;
}

/** Equal stretches shorter than this between two edits are chance, not meaning: they go with the edits. */
const shortestSame = 2;

/** An edit of the base: `[at, to)` of its code points became `text`. */
interface TextEdit {
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Texts that were all made from `base`, in one: a letter of the base stays unless somebody took it away, and every letter that
 * somebody added is there. Edits that overlap or touch are not clean; both additions stay, in the order of `texts`.
 */
export function mergeTexts(base: string, texts: readonly string[]): MergedText {
  const points = Array.from(base);
  const edits = texts.map((text) => editsOf(points, Array.from(text)));
  const gone = new Uint8Array(points.length);
  const added = new Map<number, string[]>();
  for (const { at, to, text } of edits.flat()) {
    gone.fill(1, at, to);
    if (text !== '') added.set(to, [...(added.get(to) ?? []), text]);
  }
  const parting = points.length === 0 ? '\n' : '';
  let merged = '';
  for (let place = 0; place <= points.length; place += 1) {
    merged += withoutRepeats(added.get(place) ?? []).join(parting);
    if (gone[place] === 0) merged += points[place] ?? '';
  }
  return { text: merged, isClean: !hasMeeting(edits) };
}

/** Two texts of which no common origin is known: what they share once, and whatever either has besides, the first's before. */
export function uniteTexts(one: string, other: string): string {
  if (one.includes(other)) return one;
  if (other.includes(one)) return other;
  const points = Array.from(one);
  let united = '';
  let place = 0;
  for (const { at, to, text } of editsOf(points, Array.from(other))) {
    united += points.slice(place, at).join('');
    united += withoutRepeats([points.slice(at, to).join(''), text]).join('');
    place = to;
  }
  return united + points.slice(place).join('');
}

function editsOf(base: readonly string[], text: readonly string[]): readonly TextEdit[] {
  const edits: { at: number; to: number; from: number; until: number }[] = [];
  for (const hunk of textHunks(base, text)) {
    const last = edits.at(-1);
    if (last && hunk.at - last.to < shortestSame) Object.assign(last, { to: hunk.to, until: hunk.until });
    else edits.push({ ...hunk });
  }
  return edits.map(({ at, to, from, until }) => ({ at, to, text: text.slice(from, until).join('') }));
}

/** What is part of another addition at the same place is there already. */
function withoutRepeats(texts: readonly string[]): readonly string[] {
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  return distinct.filter((text) => !distinct.some((other) => other !== text && other.includes(text)));
}

/** Whether edits of different authors overlap or touch, but for those that are the same. */
function hasMeeting(edits: readonly (readonly TextEdit[])[]): boolean {
  const ordered = edits
    .flatMap((own, author) => own.map((edit) => ({ ...edit, author })))
    .sort((a, b) => a.at - b.at || a.to - b.to);
  // The edits of one author do not touch each other: of each only the last can reach as far as here.
  const last = new Map<number, TextEdit>();
  for (const edit of ordered) {
    for (const [author, other] of last) {
      if (author === edit.author || other.to < edit.at) continue;
      if (other.at !== edit.at || other.to !== edit.to || other.text !== edit.text) return true;
    }
    last.set(edit.author, edit);
  }
  return false;
}

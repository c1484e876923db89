/** A stretch of a text, in UTF-16 units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A text as people spell it: `initials` has one letter for each unit of the text, `syllables` the whole pinyin without spaces. */
export interface Spelling {
  readonly initials: string;
  readonly syllables: string;
  /** Of each unit of the text, where its syllable begins in `syllables`. */
  readonly offsets: Uint32Array;
}

/** One or two letters of pinyin would be found in almost every text; as initials they are sought from the first on. */
const fewestLetters = 3;

/** Spells a text with `readingOf`, which gives the pinyin of one Chinese character and undefined for everything else. */
export function spellText(text: string, readingOf: (character: string) => string | undefined): Spelling {
  const offsets = new Uint32Array(text.length + 1);
  const initials: string[] = [];
  const syllables: string[] = [];
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? '';
    const syllable = readingOf(unit) ?? unit;
    offsets[at] = length;
    initials.push(syllable[0] ?? unit);
    syllables.push(syllable);
    length += syllable.length;
  }
  offsets[text.length] = length;
  return { initials: initials.join(''), syllables: syllables.join(''), offsets };
}

/** Where a text is spelled like this: by the initials of its characters, or by their pinyin, of which the last may be cut short. */
export function findSpelled({ initials, syllables, offsets }: Spelling, word: string): readonly Range[] {
  const ranges: Range[] = [];
  if (word.length > 1)
    for (let at = initials.indexOf(word); at >= 0; at = initials.indexOf(word, at + 1))
      ranges.push({ from: at, to: at + word.length });
  if (word.length < fewestLetters) return ranges;
  for (let at = syllables.indexOf(word); at >= 0; at = syllables.indexOf(word, at + 1)) {
    const from = unitAt(offsets, at);
    // In the middle of a syllable it is spelled like something else.
    if (offsets[from] === at) ranges.push({ from, to: unitAt(offsets, at + word.length - 1) + 1 });
  }
  return ranges;
}

/** The unit of the text whose syllable covers a place in the pinyin. */
function unitAt(offsets: Uint32Array, place: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

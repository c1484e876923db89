/**
 * Breaks a title into lines of at most `width` characters: first where the source has a space, then between words, the
 * longer lines first (a trapezium).
 */
export function breakTitle(title: string, width: number): readonly string[] {
  if (lengthOf(title) <= width) return [title];
  return title
    .split(/\s+/)
    .filter((phrase) => phrase !== '')
    .flatMap((phrase) => breakPhrase(phrase, width));
}

function breakPhrase(phrase: string, width: number): readonly string[] {
  const words = Array.from(
    new Intl.Segmenter('zh', { granularity: 'word' }).segment(phrase),
    (part) => part.segment,
  );
  const lines: string[] = [];
  let rest = words;
  for (let left = Math.ceil(lengthOf(phrase) / width); rest.length > 0; left = Math.max(1, left - 1)) {
    const count = wordsOfLine(rest, Math.ceil(lengthOf(rest.join('')) / left), width);
    lines.push(rest.slice(0, count).join(''));
    rest = rest.slice(count);
  }
  return lines;
}

/** As many words as reach the wanted length without passing the width; at least one. */
function wordsOfLine(words: readonly string[], wanted: number, width: number): number {
  let length = 0;
  for (const [index, word] of words.entries()) {
    const next = length + lengthOf(word);
    if (index > 0 && next > width) return index;
    if (next >= wanted && !staysWithLine(words[index + 1])) return index + 1;
    length = next;
  }
  return words.length;
}

/** Marks that may not begin a line, and particles that belong to the word before them. */
function staysWithLine(next: string | undefined): boolean {
  return next !== undefined && /^[，。、；：！？”’）》〕…的地得]$/.test(next);
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

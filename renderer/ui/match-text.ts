import { match } from 'pinyin-pro';

/**
 * Whether a name answers to what somebody typed: by characters ("望湖"), by pinyin ("wanghu"), by initials ("whsl"),
 * or a mixture. Several words must all match, in any order.
 */
export function matchText(text: string, query: string): boolean {
  const plain = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => plain.includes(word) || matchPinyin(text, word));
}

const latin = /[a-z]/;

/** "start" for the last character lets somebody stop in the middle of a syllable. */
function matchPinyin(text: string, word: string): boolean {
  return (
    latin.test(word) &&
    match(text, word, { precision: 'start', lastPrecision: 'start', continuous: true }) !== null
  );
}

/** What somebody typed as words that must all be there: parted where they put a space. */
export function wordsOfQuery(query: string): readonly string[] {
  return query.split(/[\s·、，,]+/u).filter(Boolean);
}

/**
 * Words typed without a space, cut where Chinese has its words ("塔吊未验收" → 塔吊, 未, 验收): for a second try, when they
 * do not stand in one row anywhere. Null where there is nothing to cut.
 */
export function segmentWords(words: readonly string[]): readonly string[] | null {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const cut = words.flatMap((word) =>
    [...segmenter.segment(word)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment),
  );
  return cut.length > words.length ? cut : null;
}

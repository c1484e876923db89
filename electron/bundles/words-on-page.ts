import type { SignedPage } from '../../shared/bundles/signed-page';
import type { WordsByLaptop } from './left-pages';

/** By laptop, whose words are on a page: all of it is of the laptop that signed it, what another one typed also of that one. */
export function wordsOnPage({ device, changes }: Pick<SignedPage, 'device' | 'changes'>): WordsByLaptop {
  const words: Record<string, string[]> = { [device]: changes.map(({ id }) => id) };
  for (const { id, device: typed } of changes)
    if (typeof typed === 'string' && typed !== device) (words[typed] ??= []).push(id);
  return words;
}

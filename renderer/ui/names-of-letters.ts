import { matchText } from './match-text';

/** Letters that were typed for a name become the first name of the list that they stand for; everything else stays as it is. */
export function namesOfLetters(typed: readonly string[], names: readonly string[]): string[] {
  return typed.map((word) => {
    if (names.includes(word) || !/^[a-z]+$/i.test(word.trim())) return word;
    return names.find((name) => matchText(name, word.trim())) ?? word;
  });
}

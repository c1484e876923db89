import type { PartialDate } from './partial-date';

/** A date as it was written, else its days: one, or the first and the last. Empty where nothing is known. */
export function dateWords({ asWritten, from, to }: PartialDate): string {
  if (asWritten.trim() !== '') return asWritten;
  return [...new Set([from, to])].filter((day) => day !== null).join('–');
}

import type { TourIndex } from './tour-index';

/** Is what stands as responsible somebody of the roster, and not a unit? Anything unknown is taken for a unit. */
export function isPersonName(index: TourIndex, responsible: string): boolean {
  const name = responsible.trim();
  return index.people.some((person) => person.name.trim() === name);
}

/**
 * People in the order of precedence: those whom the roster ranks take their order among the places that ranked people
 * hold; the others stay where the source put them. A rank of 0 is none.
 */
export function rankOrder<T>(people: readonly T[], rankOf: (person: T) => number): readonly T[] {
  const ranked = people
    .filter((person) => rankOf(person) > 0)
    .toSorted((left, right) => rankOf(left) - rankOf(right));
  let next = 0;
  return people.map((person) => (rankOf(person) > 0 ? (ranked[next++] ?? person) : person));
}

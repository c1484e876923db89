/** The name of a state: when it was made, as every version writes it, and its number in its folder. */
const numbered = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-(\d{1,15})$/;

/**
 * The states of a folder, oldest first: as they were written, whatever the clock said. What an older Xunji wrote has no number, is in
 * the order of its names, and comes before all that has one.
 */
export function inOrderWritten(ids: readonly string[]): readonly string[] {
  return ids.toSorted((one, other) => numberOf(one) - numberOf(other) || (one < other ? -1 : 1));
}

/** The name of the state that follows these: `at` (ISO 8601) for whoever reads it, and a number that no clock has a say in. */
export function nameState(ids: readonly string[], at: string): string {
  const last = Math.max(0, ...ids.map(numberOf));
  return `${at.replaceAll(/[:.]/g, '-')}-${last + 1}`;
}

/** 0 where it has none. */
function numberOf(id: string): number {
  return Number(numbered.exec(id)?.[1] ?? 0);
}

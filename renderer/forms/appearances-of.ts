/** The words of a node's appearance. The engine's list is iterable, which its type does not say. */
export function appearancesOf(list: object | null): readonly string[] {
  return list === null ? [] : [...(list as Iterable<string>)];
}

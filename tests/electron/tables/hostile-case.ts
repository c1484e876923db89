/** A file that somebody broke or made to do harm, and what is to come of it. */
export interface HostileCase {
  readonly name: string;
  make(): Uint8Array | Promise<Uint8Array>;
  /** Either the code of the problem, or the rows of the first sheet: read as what it is. */
  readonly expected: string | readonly (readonly unknown[])[];
}

export type HostileList = Readonly<Record<string, readonly [HostileCase['make'], HostileCase['expected']]>>;

/** As a list of files with names of their own, so that a problem can be seen to name the right one. */
export function hostileCases(list: HostileList, ending: string): readonly HostileCase[] {
  return Object.entries(list).map(([title, [make, expected]]) => ({
    name: title.includes('.') ? title : `${title}.${ending}`,
    make,
    expected,
  }));
}

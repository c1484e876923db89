/** One fault at one place of a file that is sound but for it. */
export interface BrokenFile {
  readonly name: string;
  make(): Uint8Array;
}

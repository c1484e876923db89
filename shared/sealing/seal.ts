/**
 * What stands between a store and its bytes. Synchronous, because IndexedDB closes a transaction that waits for anything else.
 * `open` throws when the bytes were not sealed by this seal.
 */
export interface Seal {
  readonly name: string;
  seal(plain: Uint8Array): Uint8Array;
  open(sealed: Uint8Array): Uint8Array;
}

/** Seals nothing: the store is readable to whoever holds the disk. */
export const plainSeal: Seal = { name: 'plain', seal: (plain) => plain, open: (sealed) => sealed };

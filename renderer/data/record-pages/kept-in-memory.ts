/** What was read and is kept for the next who asks. */
export interface KeptInMemory<T> {
  get(key: string): T | undefined;
  keep(key: string, value: T): void;
}

/** Keeps what was used last, as much as has so many bytes; what alone has more is not kept. */
export function keptInMemory<T>(mostBytes: number, bytesOf: (value: T) => number): KeptInMemory<T> {
  /** The one that was used last stands last. */
  const kept = new Map<string, { readonly value: T; readonly bytes: number }>();
  let bytes = 0;

  function drop(key: string): void {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  }

  return {
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    keep(key, value) {
      drop(key);
      const added = { value, bytes: bytesOf(value) };
      if (added.bytes > mostBytes) return;
      kept.set(key, added);
      bytes += added.bytes;
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}

const flushers = new Set<() => Promise<void>>();

/** A field with typing that is not saved yet registers how to save it; the returned function takes it back. */
export function registerUnsaved(flush: () => Promise<void>): () => void {
  flushers.add(flush);
  return () => flushers.delete(flush);
}

/** Keeps the window open until everything typed is on disk, then lets it close. */
export function saveBeforeClosing(): void {
  window.addEventListener('beforeunload', (event) => {
    if (flushers.size === 0) return;
    event.preventDefault();
    void Promise.all([...flushers].map((flush) => flush())).then(() => window.close());
  });
}

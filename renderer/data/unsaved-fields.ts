import { createObservable } from './observable';

const flushers = new Set<() => Promise<void>>();

/** How many fields hold typing that is not on disk yet: while there is one, nothing may say 已保存. */
export const unsavedFields = createObservable(0);

/** A field with typing that is not saved yet registers how to save it; the returned function takes it back. */
export function registerUnsaved(flush: () => Promise<void>): () => void {
  flushers.add(flush);
  unsavedFields.set(flushers.size);
  return () => {
    flushers.delete(flush);
    unsavedFields.set(flushers.size);
  };
}

/** Saves everything typed so far at once. */
export async function flushUnsaved(): Promise<void> {
  await Promise.all([...flushers].map((flush) => flush()));
}

/** Keeps the window open until everything typed is on disk, then lets it close. */
export function saveBeforeClosing(): void {
  window.addEventListener('beforeunload', (event) => {
    if (flushers.size === 0) return;
    event.preventDefault();
    // What cannot be saved (a full disk) keeps the window open, with the words on the screen.
    void flushUnsaved().then(() => flushers.size === 0 && window.close());
  });
}

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

/** The window, as far as it goes. */
export interface LeavingWindow {
  addEventListener(type: 'beforeunload', listener: (event: Event) => void): void;
  close(): void;
  readonly location: { reload(): void };
}

/** Whether the window is about to be loaded again, and is not being closed. */
let reloading = false;

/** Keeps the window open until everything typed is on disk, then lets it close. */
export function saveBeforeClosing(leaving: LeavingWindow): void {
  leaving.addEventListener('beforeunload', (event) => {
    if (flushers.size === 0) return;
    event.preventDefault();
    if (reloading) return;
    // What cannot be saved (a full disk) keeps the window open, with the words on the screen.
    void flushUnsaved().then(() => flushers.size === 0 && leaving.close());
  });
}

/**
 * Loads the window again once everything typed is on disk. Where it cannot be saved yet, or something is typed in the last moment,
 * it is tried again after each `pause`: the words stay on the screen. Never comes to an end by itself.
 */
export async function reloadWhenSaved(leaving: LeavingWindow, pause: () => Promise<void>): Promise<never> {
  for (;;) {
    await flushUnsaved();
    reloading = flushers.size === 0;
    if (reloading) leaving.location.reload();
    await pause();
  }
}

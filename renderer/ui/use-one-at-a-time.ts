import { useEffect, useRef } from 'react';

/** Longer than a double click and than the pause of a held key; shorter than somebody who means it twice. */
const calmMillis = 400;

/**
 * Runs what a button does, once at a time: a second tap, or Enter and a tap, is not a second record. Work that is done at once
 * holds the button for a moment longer, since the second click of a double click comes after it.
 */
export function useOneAtATime(): (work: () => Promise<unknown>) => void {
  const lock = useRef({ held: false, working: false, timer: 0 });
  useEffect(() => () => clearTimeout(lock.current.timer), []);

  function releaseSoon() {
    const now = lock.current;
    clearTimeout(now.timer);
    now.timer = window.setTimeout(() => (now.held = now.working), calmMillis);
  }

  return (work) => {
    const now = lock.current;
    const isBusy = now.held;
    now.held = true;
    releaseSoon();
    if (isBusy) return;
    now.working = true;
    void work().finally(() => {
      now.working = false;
      releaseSoon();
    });
  };
}

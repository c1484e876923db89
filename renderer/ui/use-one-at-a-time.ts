import { useRef } from 'react';

/** Runs what a button does, once at a time: a second tap, or Enter and a tap, is not a second record. */
export function useOneAtATime(): (work: () => Promise<unknown>) => void {
  const busy = useRef(false);
  return (work) => {
    if (busy.current) return;
    busy.current = true;
    void work().finally(() => (busy.current = false));
  };
}

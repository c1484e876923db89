import { useEffect, useRef } from 'react';

/** Gives the keyboard back to where it was when a dialog that is gone has closed. */
export function useFocusBack(isOpen: boolean, find: () => HTMLElement | null | undefined): void {
  const live = useRef({ wasOpen: false, find });
  useEffect(() => {
    live.current.find = find;
  });
  useEffect(() => {
    if (!isOpen && live.current.wasOpen) live.current.find()?.focus();
    live.current.wasOpen = isOpen;
  }, [isOpen]);
}

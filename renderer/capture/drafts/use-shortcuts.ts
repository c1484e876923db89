import { useEffect, useRef } from 'react';

/** Alt and a key, by its place on the keyboard ("KeyA"), so that an input method or a layout does not matter. */
export function useShortcuts(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      const act = latest.current[event.code];
      // Under a dialog the keys belong to the dialog.
      if (!act || document.querySelector('[role=dialog][aria-modal=true]')) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

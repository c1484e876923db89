import { useEffect } from 'react';
import type { Direction } from '../data/undo';
import { useStore } from '../data/store-context';

/**
 * Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y. In a text in which somebody has typed since they entered it the keys belong to that text;
 * in one that was only entered (the quick line after Enter) they take back the last record, which is what is meant there.
 */
export function useUndoKeys(): void {
  const store = useStore();
  useEffect(() => {
    let typedIn: EventTarget | null = null;
    const enter = () => (typedIn = null);
    const type = (event: Event) => (typedIn = event.target);
    const press = (event: KeyboardEvent) => {
      const direction = directionOf(event);
      if (!direction || event.isComposing || event.repeat) return;
      if (typedIn !== null && typedIn === document.activeElement) return;
      // A dialog (drawing on a photo) may have an undo of its own.
      if (document.querySelector('[role=dialog][aria-modal=true]')) return;
      event.preventDefault();
      void store.undo.run(direction);
    };
    window.addEventListener('focusin', enter);
    window.addEventListener('input', type);
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('focusin', enter);
      window.removeEventListener('input', type);
      window.removeEventListener('keydown', press);
    };
  }, [store]);
}

function directionOf(event: KeyboardEvent): Direction | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}

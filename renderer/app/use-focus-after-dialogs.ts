import { useEffect } from 'react';

/** A menu that led to the dialog is gone with its item: the place before it will do. */
const remembered = 6;

/**
 * Gives the keyboard back to where it was before a dialog. antd does so for a dialog that hides, but ours are taken out of the
 * page when they close, and then nothing would have the keyboard. A screen that knows a better place has moved there already.
 */
export function useFocusAfterDialogs(): void {
  useEffect(() => {
    // By the dialog in which they are, null for the page: what is over one dialog gives back to that.
    const places = new Map<Element | null, readonly HTMLElement[]>();
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const around = target.closest('[role=dialog]');
      const known = (places.get(around) ?? []).filter((place) => place !== target);
      places.set(around, [target, ...known].slice(0, remembered));
    };
    const giveBack = () => {
      for (const dialog of places.keys()) if (dialog?.isConnected === false) places.delete(dialog);
      if (document.activeElement !== document.body) return;
      const top = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1) ?? null;
      places
        .get(top)
        ?.find((place) => place.isConnected && place.checkVisibility() && !place.matches(':disabled'))
        ?.focus({ preventScroll: true });
    };
    // Dialogs and menus hang on the body itself, beside the app.
    const watch = new MutationObserver((changes) => {
      if (changes.some(({ removedNodes }) => removedNodes.length > 0)) giveBack();
    });
    watch.observe(document.body, { childList: true });
    window.addEventListener('focusin', remember);
    return () => {
      watch.disconnect();
      window.removeEventListener('focusin', remember);
    };
  }, []);
}

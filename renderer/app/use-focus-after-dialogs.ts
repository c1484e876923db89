import { useEffect } from 'react';

/** A menu that led to the dialog is gone with its item: the place before it will do. */
const remembered = 6;

/**
 * Gives the keyboard back to where it was before a dialog. antd does so for a dialog that hides, but ours are taken out of the
 * page when they close, and then nothing would have the keyboard. A screen that knows a better place has moved there already.
 */
export function useFocusAfterDialogs(): void {
  useEffect(() => {
    let places: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target.closest('[role=dialog]')) return;
      places = [target, ...places.filter((place) => place !== target)].slice(0, remembered);
    };
    const giveBack = () => {
      if (
        document.activeElement !== document.body ||
        document.querySelector('[role=dialog][aria-modal=true]')
      )
        return;
      places
        .find((place) => place.isConnected && place.checkVisibility() && !place.matches(':disabled'))
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

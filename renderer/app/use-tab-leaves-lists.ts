import { useEffect } from 'react';

/**
 * Tab leaves a field of several words. antd's list stays open after a word was taken and Tab turns whatever is marked in it:
 * whoever goes on to the next field would take the word out again, and stay where he is. With letters typed, Tab takes the
 * choice that they found.
 */
export function useTabLeavesLists(): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (key !== 'Tab' || !(target instanceof HTMLInputElement) || target.value !== '') return;
      // Before antd sees the key; the browser still moves on, and the list closes when its field is left.
      if (target.closest('.ant-select-multiple')) event.stopPropagation();
    };
    document.addEventListener('keydown', leave, true);
    return () => document.removeEventListener('keydown', leave, true);
  }, []);
}

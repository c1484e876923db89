import { useEffect } from 'react';
import { openHistory } from '../data/history-request';

/** Alt+H opens the history of the record in whose card the keyboard stands. Any card takes part that holds `data-record`. */
export function useHistoryKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyH' || event.isComposing)
        return;
      const record = recordAround(document.activeElement);
      if (!record) return;
      event.preventDefault();
      openHistory(record);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function recordAround(element: Element | null): string | null {
  const own =
    element?.closest('[data-record]') ?? element?.closest('article')?.querySelector('[data-record]');
  return own?.getAttribute('data-record') ?? null;
}

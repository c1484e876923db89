import { useEffect } from 'react';
import { openHistory } from '../data/history-request';

/**
 * Alt+H opens the history of the record in whose part of the page the keyboard stands: any part takes part that holds
 * `data-record`. Elsewhere it is the record that the page is about (`data-page-record`), but not from within a dialog.
 */
export function useHistoryKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyH' || event.isComposing)
        return;
      const record = recordAround(document.activeElement) ?? recordOfPage(document.activeElement);
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

function recordOfPage(element: Element | null): string | null {
  if (element?.closest('[role=dialog]')) return null;
  return document.querySelector('[data-page-record]')?.getAttribute('data-page-record') ?? null;
}

import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** A screen reads its records from the database first. */
const patienceMillis = 4000;

/** After a jump to "…?record=<id>": brings that record's card into view, marks it and puts the keyboard there. */
export function useJumpToRecord(): void {
  const location = useLocation();
  useEffect(() => {
    const record = new URLSearchParams(location.search).get('record');
    if (record === null) return;
    const arrive = () => {
      const found = document.querySelector(`[data-record="${CSS.escape(record)}"]`);
      // A card on a tab that is only about to show takes no cursor.
      if (!found?.checkVisibility()) return;
      stop();
      land(found.closest<HTMLElement>('article') ?? found.querySelector('article') ?? (found as HTMLElement));
    };
    const watch = new MutationObserver(arrive);
    const stop = () => watch.disconnect();
    watch.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['class', 'style', 'hidden'],
    });
    const timer = setTimeout(stop, patienceMillis);
    arrive();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [location]);
}

function land(card: HTMLElement): void {
  card.scrollIntoView({ block: 'center' });
  for (const other of document.querySelectorAll('.found')) other.classList.remove('found');
  card.classList.add('found');
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
}

import { useEffect } from 'react';
import { draftKinds } from './parse-quick-entry';
import type { Draft } from './use-draft';

/** Ctrl+1 to 6 choose what comes next, as far as this place takes it down. */
export function useKindKeys({ choose, place: { kinds } }: Draft): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const kind = event.ctrlKey || event.metaKey ? draftKinds[Number(event.key) - 1] : undefined;
      if (kind === undefined || !kinds.includes(kind)) return;
      event.preventDefault();
      choose(kind, undefined, kind === 'remark' ? 'speaker' : 'text');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [choose, kinds]);
}

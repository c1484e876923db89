import { useState } from 'react';
import { hasBegun } from '../../../shared/tours/has-begun';
import type { RouteChange } from '../../../shared/tours/route-edits';
import type { StopEdit } from '../../../shared/tours/stop-edit';
import type { Outcome } from '../../../shared/outcome';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';

type Run = (change: RouteChange) => readonly StopEdit[];

export interface RouteChanging {
  readonly begun: boolean;
  /** What waits for its reason, in words. */
  readonly asked: string | null;
  /** Changes the route: at once while it is being planned, with a reason once the tour is under way. */
  change(words: string, run: Run): void;
  /** Changes the route with a reason in any case. */
  ask(words: string, run: Run): void;
  settle(reason: string): void;
  cancel(): void;
  apply(edits: readonly StopEdit[]): Promise<Outcome<unknown>>;
}

export function useRouteChange({ tour, stops }: TourView): RouteChanging {
  const store = useStore();
  const [pending, setPending] = useState<{ readonly words: string; readonly run: Run } | null>(null);
  const begun = hasBegun(tour, stops, store.now().slice(0, 10));
  const apply = (edits: readonly StopEdit[]) =>
    store.save(edits.map((edit) => ({ ...edit, kind: 'stop' as const, tour: tour.id })));
  return {
    begun,
    asked: pending?.words ?? null,
    apply,
    change(words, run) {
      if (begun) setPending({ words, run });
      else void apply(run({ begun, reason: '' }));
    },
    ask: (words, run) => setPending({ words, run }),
    settle(reason) {
      if (pending) void apply(pending.run({ begun, reason }));
      setPending(null);
    },
    cancel: () => setPending(null),
  };
}

import { useMemo } from 'react';
import type { RecordOf } from '../../shared/records/record-schemas';
import { useRegisterFound } from './use-register-found';
import type { TourView } from './use-tour-view';

/**
 * Whom a picker offers, in the order of rank: of a register that is read as a whole everybody, of a larger one those whom the
 * tour names and, as one types, whom the search finds.
 */
export function usePeople(view: TourView, typed: string): readonly RecordOf<'person'>[] {
  const found = useRegisterFound('person', view.wholeRegister ? '' : typed);
  return useMemo(() => joined(view.people, found), [view.people, found]);
}

/** The same for units. */
export function useUnits(view: TourView, typed: string): readonly RecordOf<'unit'>[] {
  const found = useRegisterFound('unit', view.wholeRegister ? '' : typed);
  return useMemo(() => joined(view.units, found), [view.units, found]);
}

function joined<T extends { readonly id: string; readonly rank: number }>(
  known: ReadonlyMap<string, T>,
  found: readonly T[],
): readonly T[] {
  return [...known.values(), ...found.filter(({ id }) => !known.has(id))].toSorted((a, b) => a.rank - b.rank);
}

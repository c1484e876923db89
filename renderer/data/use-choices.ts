import { useMemo } from 'react';
import { type Person, personSchema } from '../../shared/records/person';
import type { RecordOf } from '../../shared/records/record-schemas';
import type { Tour } from '../../shared/records/tour';
import { useRegisterFound } from './use-register-found';
import type { TourView } from './use-tour-view';

/**
 * Whom a picker offers, in the order of rank: of a register that is read as a whole everybody, of a larger one those whom the
 * tour names and, as one types, whom the search finds. Behind them come those who are written among the participants of the
 * tour and are on no roster: their id is empty.
 */
export function usePeople(view: TourView, typed: string): readonly RecordOf<'person'>[] {
  const found = useRegisterFound('person', view.wholeRegister ? '' : typed);
  const { participants } = view.tour;
  return useMemo(() => {
    const roster = joined(view.people, found);
    return [...roster, ...writtenOnly(participants, roster)];
  }, [view.people, found, participants]);
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

function writtenOnly(
  participants: Tour['participants'],
  roster: readonly Person[],
): readonly RecordOf<'person'>[] {
  const known = new Set(roster.map(({ name }) => name));
  return participants
    .filter(({ person, name }) => person === '' && name.trim() !== '' && !known.has(name))
    .map(({ name, posts }) => ({
      ...personSchema.omit({ id: true }).parse({ name, posts, rank: Number.MAX_SAFE_INTEGER }),
      id: '',
    }));
}

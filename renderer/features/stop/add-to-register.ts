import type { Store } from '../../data/store';
import type { TourView } from '../../data/use-tour-view';

/** Puts a new unit behind all others; the administrator ranks it later. */
export function addUnitTo(store: Store, view: TourView): (name: string) => void {
  return (name) => {
    const rank = Math.max(0, ...[...view.units.values()].map((unit) => unit.rank)) + 1;
    void store.save([{ kind: 'unit', id: store.newId(), tour: view.tour.id, values: { name, rank } }]);
  };
}

/** Puts a new person behind all others; returns the id at once. */
export function addPersonTo(store: Store, view: TourView): (name: string) => string {
  return (name) => {
    const id = store.newId();
    const rank = Math.max(0, ...[...view.people.values()].map((person) => person.rank)) + 1;
    void store.save([{ kind: 'person', id, tour: view.tour.id, values: { name, rank } }]);
    return id;
  };
}

import type { Person } from '../../../shared/records/person';
import { type Queue, oneAtATime } from '../../data/one-at-a-time';
import { readOfKind } from '../../data/read-register';
import { saveUntilKept } from '../../data/save-until-kept';
import type { Store } from '../../data/store';
import type { TourView } from '../../data/use-tour-view';

/** Puts a new unit behind all others; the administrator ranks it later. */
export function addUnitTo(store: Store, view: TourView): (name: string) => void {
  return (name) => void addUnit(store, view, name);
}

/** What is known of somebody who is not on the roster yet; the unit by its name. */
export interface NewPerson {
  readonly name: string;
  readonly posts: readonly string[];
  readonly unit: string;
}

/** Puts a new person behind all others, with a unit that is made where the register does not have it; returns the id at once. */
export function addPersonTo(store: Store, view: TourView): (person: NewPerson) => string {
  return (person) => {
    const id = store.newId();
    void addPeople(store, view, [{ ...person, id }]);
    return id;
  };
}

/** Of two that are added in quick succession the second must see the rank of the first. */
const inTurn: Queue = oneAtATime();

/** The same for several, in the order given. */
export function addPeople(
  store: Store,
  view: TourView,
  people: readonly (NewPerson & Pick<Person, 'id'>)[],
): Promise<void> {
  return people.length === 0 ? Promise.resolve() : inTurn(() => putPeople(store, view, people));
}

async function putPeople(...[store, view, people]: Parameters<typeof addPeople>): Promise<void> {
  const first = behind(await readOfKind(store, 'person'));
  for (const [place, { id, name, posts, unit }] of people.entries()) {
    const values = {
      name,
      posts: [...posts],
      unit: unit === '' ? '' : await addUnit(store, view, unit),
      rank: first + place,
    };
    await saveUntilKept(store, [{ kind: 'person', id, tour: view.tour.id, values }]);
  }
}

async function addUnit(store: Store, view: TourView, name: string): Promise<string> {
  const id = store.newId();
  const units = await readOfKind(store, 'unit');
  const known = units.find((unit) => unit.name === name || unit.short === name);
  if (known) return known.id;
  await saveUntilKept(store, [
    { kind: 'unit', id, tour: view.tour.id, values: { name, rank: behind(units) } },
  ]);
  return id;
}

function behind(others: readonly { readonly rank: number }[]): number {
  return others.reduce((last, { rank }) => Math.max(last, rank), 0) + 1;
}

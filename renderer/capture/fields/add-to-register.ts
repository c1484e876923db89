import type { Person } from '../../../shared/records/person';
import { type Queue, oneAtATime } from '../../data/one-at-a-time';
import { readOfKind } from '../../data/read-register';
import { nextTry, saveUntilKept } from '../../data/save-until-kept';
import type { Edit, Store } from '../../data/store';
import { registerUnsaved } from '../../data/unsaved-fields';
import type { TourView } from '../../data/use-tour-view';

/** Puts a new unit behind all others; the administrator ranks it later. */
export function addUnitTo(store: Store, view: TourView): (name: string) => void {
  return (name) =>
    void inTurn(() => saveUntilKept(store, async () => (await unitEdits(store, view.tour.id, [name])).edits));
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
const queue: Queue = oneAtATime();

/** From now on it counts as not saved, also while it waits for its turn behind others that find no room. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  const done = queue(work);
  const release = registerUnsaved(() => Promise.race([done, nextTry()]));
  await done.finally(release);
}

/** The same for several, in the order given. */
export async function addPeople(
  store: Store,
  view: TourView,
  people: readonly (NewPerson & Pick<Person, 'id'>)[],
): Promise<void> {
  if (people.length > 0)
    await inTurn(() => saveUntilKept(store, () => peopleEdits(store, view.tour.id, people)));
}

async function peopleEdits(
  store: Store,
  tour: string,
  people: readonly (NewPerson & Pick<Person, 'id'>)[],
): Promise<readonly Edit[]> {
  const first = behind(await readOfKind(store, 'person'));
  const added = await unitEdits(
    store,
    tour,
    people.map(({ unit }) => unit),
  );
  const made = people.map(({ id, name, posts, unit }, place) => ({
    kind: 'person' as const,
    id,
    tour,
    values: { name, posts: [...posts], unit: added.ids.get(unit) ?? '', rank: first + place },
  }));
  return [...added.edits, ...made];
}

/** Units that the register does not have yet, and the ids of all that are named. */
async function unitEdits(store: Store, tour: string, names: readonly string[]) {
  const units = await readOfKind(store, 'unit');
  const ids = new Map<string, string>();
  const edits: Edit[] = [];
  for (const name of new Set(names.filter((one) => one !== ''))) {
    const known = units.find((unit) => unit.name === name || unit.short === name);
    const id = known?.id ?? store.newId();
    ids.set(name, id);
    if (!known) edits.push({ kind: 'unit', id, tour, values: { name, rank: behind(units) + edits.length } });
  }
  return { ids, edits };
}

function behind(others: readonly { readonly rank: number }[]): number {
  return others.reduce((last, { rank }) => Math.max(last, rank), 0) + 1;
}

import type { Person } from '../../shared/records/person';
import type { Unit } from '../../shared/records/unit';

export interface PersonOption {
  readonly key: string;
  /** What a list knows the option by. */
  readonly value: string;
  /** Unit and posts: what tells two people of one name apart. */
  readonly about: string;
  readonly person: Person;
}

/**
 * People as the options of a list of names. A list knows an option by its value alone, which is also read aloud: whoever shares
 * a name has unit and posts in it, and the id where not even those differ. The name alone is then nobody's value.
 */
export function personOptions(
  people: readonly Person[],
  units: ReadonlyMap<string, Pick<Unit, 'name'>>,
): readonly PersonOption[] {
  const lines = people.map((person) => ({
    person,
    about: [units.get(person.unit)?.name ?? '', person.posts.join('、')].filter(Boolean).join(' '),
  }));
  const counted = countOf(lines.map(({ person }) => person.name));
  const full = lines.map(({ person, about }) => `${person.name} ${about}`.trim());
  const countedFull = countOf(full);
  return lines.map(({ person, about }, place) => {
    const long = full[place] ?? '';
    const value =
      counted.get(person.name) === 1
        ? person.name
        : about !== '' && countedFull.get(long) === 1
          ? long
          : `${long} ${person.id}`;
    // Whoever is only written among the participants has no id.
    return { key: person.id || value, value, about, person };
  });
}

function countOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

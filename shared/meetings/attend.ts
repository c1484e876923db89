import type { Meeting } from '../records/meeting';

type Attendance = Meeting['attendance'];

interface Known {
  readonly name: string;
  readonly unit: string;
  readonly rank: number;
}

/**
 * The attendance with these names in one status. A name is in one status only, the last that was given; those of the roster
 * come in their rank with their unit, others behind them as they were named.
 */
export function attend(
  before: Attendance,
  status: Attendance[number]['status'],
  names: readonly string[],
  roster: readonly Known[],
): Attendance {
  const wanted = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  const known = new Map(roster.map((person) => [person.name, person]));
  const units = new Map(before.map(({ name, unit }) => [name, unit]));
  const rank = (name: string) => known.get(name)?.rank ?? Number.MAX_SAFE_INTEGER;
  const own = wanted
    .toSorted((a, b) => rank(a) - rank(b))
    .map((name) => ({ name, unit: units.get(name) || (known.get(name)?.unit ?? ''), status }));
  const others = before.filter((one) => one.status !== status && !wanted.includes(one.name));
  return [...others, ...own];
}

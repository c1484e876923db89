import type { CellFault } from '../itinerary/cell-fault';
import { cellKey } from '../itinerary/cell-text';
import { faultAt, quoted } from '../itinerary/fault-at';
import type { Json } from '../json';
import { type Comparison, compareEntry } from './compare-entry';
import { mappedRows } from './mapped-rows';
import type { Mapping } from './mapping';
import { matchNamed } from './match-named';
import { type Entry, readEntries, textOf } from './read-entries';
import { tableColumns } from './table-columns';
import { nameField, postsField, rankField, textField } from './table-fields';
import type { Register, TableReading } from './table-reading';
import { createUnitFinder } from './unit-finder';
import { settle } from './settle';
import type { Sheet } from './workbook';

/** The columns of 人员 as cells; the unit stands in its cell by name. */
export const personFields = {
  name: nameField,
  posts: postsField,
  unit: textField,
  rank: rankField,
  phone: textField,
} as const;

const words = { within: { field: 'unit', zh: '单位', en: 'Unit' } };

/** A roster compared with the people of the register. Units that nobody knows yet are new units. */
export function readPeopleTable(
  sheet: Sheet,
  mapping: Mapping,
  register: Register,
  newId: () => string,
): TableReading {
  const { rows, faults: rowFaults, skipped } = mappedRows(sheet, mapping, tableColumns.people);
  const faults: CellFault[] = [...rowFaults];
  const entries = readEntries(rows, personFields, faults);
  const finder = createUnitFinder(register.units);
  const people = new Map(register.people.map((person) => [person.id, person]));

  const newUnits = new Map<string, { readonly id: string; readonly name: string }>();
  /** "" where no unit is written or where it is not clear which. */
  const unitOf = (entry: Entry): string => {
    const text = textOf(entry, 'unit');
    if (text === '') return '';
    const current = people.get(entry.id)?.unit ?? '';
    if (current !== '' && cellKey(finder.label(current)) === cellKey(text)) return current;
    const found = finder.find(text);
    if (found.kind === 'one') return found.id;
    if (found.kind === 'several') {
      faults.push(faultAt(entry.source.place('unit'), severalUnits(text)));
      return '';
    }
    const added = newUnits.get(cellKey(text)) ?? { id: newId(), name: text };
    newUnits.set(cellKey(text), added);
    return added.id;
  };
  const units = new Map(entries.map((entry) => [entry, unitOf(entry)]));
  const matched = matchNamed(
    entries,
    register.people.map(({ id, name, unit }) => ({ id, name, within: unit })),
    (entry) => units.get(entry) ?? '',
    words,
    faults,
  );
  const newNames = new Map([...newUnits.values()].map(({ id, name }) => [id, name]));
  const nameOfUnit = (id: Json): string =>
    typeof id === 'string' ? (newNames.get(id) ?? finder.label(id)) : '';
  let lastRank = register.people.reduce((last, { rank }) => Math.max(last, rank), 0);
  const comparisons: Comparison[] = [...newUnits.values()].map((unit) => newUnit(unit, register));
  for (const entry of entries) {
    const id = matched.get(entry);
    const unit = units.get(entry) ?? '';
    const values: Record<string, Json> = { ...entry.values };
    delete values['unit'];
    if (unit !== '') values['unit'] = unit;
    if (id === undefined) values['rank'] ??= lastRank + 1;
    if (typeof values['rank'] === 'number') lastRank = Math.max(lastRank, values['rank']);
    comparisons.push(
      compareEntry({
        kind: 'person',
        id: id ?? newId(),
        name: textOf(entry, 'name') || (people.get(id ?? '')?.name ?? ''),
        row: entry.source.row,
        values,
        fields: personFields,
        existing: id === undefined ? undefined : people.get(id),
        show: (field, value) =>
          field === 'unit' ? nameOfUnit(value) : String(personFields[field as 'name'].write(value) ?? ''),
      }),
    );
  }
  return settle(comparisons, faults, skipped);
}

function newUnit(unit: { readonly id: string; readonly name: string }, register: Register): Comparison {
  const rank = register.units.reduce((last, other) => Math.max(last, other.rank), 0) + 1;
  return compareEntry({
    kind: 'unit',
    id: unit.id,
    name: unit.name,
    row: 0,
    values: { name: unit.name, rank },
    fields: { name: textField, rank: rankField },
    existing: undefined,
  });
}

function severalUnits(text: string) {
  return {
    zh: `名叫“${quoted(text)}”的单位不止一个，请写成“上级单位/${quoted(text)}”。`,
    en: `More than one unit is named “${quoted(text)}”; write it as parent/name.`,
  };
}

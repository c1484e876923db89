import type { CellFault } from '../itinerary/cell-fault';
import { cellKey } from '../itinerary/cell-text';
import { faultAt, quoted } from '../itinerary/fault-at';
import type { Json } from '../json';
import { compareEntry } from './compare-entry';
import { mappedRows } from './mapped-rows';
import type { Mapping } from './mapping';
import { matchNamed } from './match-named';
import { type Entry, readEntries, textOf } from './read-entries';
import { settle } from './settle';
import { tableColumns } from './table-columns';
import { rankField, textField } from './table-fields';
import type { Register, TableReading } from './table-reading';
import { createUnitFinder } from './unit-finder';
import type { Sheet } from './workbook';

/** The columns of 单位 as cells; the parent stands in its cell by name. */
export const unitFields = { name: textField, short: textField, parent: textField, rank: rankField } as const;

const words = { within: { field: 'parent', zh: '上级单位', en: 'Parent' } };

/** A list of units compared with the tree of the register. A parent is in the list or in the register, and nobody is above itself. */
export function readUnitsTable(
  sheet: Sheet,
  mapping: Mapping,
  register: Register,
  newId: () => string,
): TableReading {
  const { rows, faults: rowFaults, skipped } = mappedRows(sheet, mapping, tableColumns.units);
  const faults: CellFault[] = [...rowFaults];
  const entries = readEntries(rows, unitFields, faults);
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const known = createUnitFinder(register.units);
  /** Parents are compared by name here, since a parent may be further down in the same list. */
  const parentKey = (text: string): string => {
    const found = known.find(text);
    return cellKey(found.kind === 'one' ? (units.get(found.id)?.name ?? '') : text);
  };
  const matched = matchNamed(
    entries,
    register.units.map(({ id, name, parent }) => ({ id, name, within: cellKey(units.get(parent)?.name) })),
    (entry) => (textOf(entry, 'parent') === '' ? '' : parentKey(textOf(entry, 'parent'))),
    words,
    faults,
  );
  const ids = new Map(entries.map((entry) => [entry, matched.get(entry) ?? newId()]));
  const merged = new Map(
    register.units.map(({ id, name, short, parent }) => [id, { id, name, short, parent }]),
  );
  for (const [entry, id] of ids) {
    const before = merged.get(id) ?? { id, name: '', short: '', parent: '' };
    merged.set(id, {
      ...before,
      name: textOf(entry, 'name') || before.name,
      short: textOf(entry, 'short') || before.short,
    });
  }
  const finder = createUnitFinder([...merged.values()]);
  const parents = new Map<Entry, string>();
  for (const [entry, id] of ids) {
    const text = textOf(entry, 'parent');
    if (text === '') continue;
    const current = units.get(id)?.parent ?? '';
    const found = finder.find(text);
    if (current !== '' && cellKey(known.label(current)) === cellKey(text)) parents.set(entry, current);
    else if (found.kind === 'one') parents.set(entry, found.id);
    else faults.push(faultAt(entry.source.place('parent'), unclearParent(text, found.kind)));
  }
  const parentOf = new Map([...merged.values()].map(({ id, parent }) => [id, parent]));
  for (const [entry, parent] of parents) parentOf.set(ids.get(entry) ?? '', parent);
  for (const [entry, id] of ids)
    if (parents.has(entry) && isAboveItself(id, parentOf))
      faults.push(faultAt(entry.source.place('parent'), ring(textOf(entry, 'name'))));

  let lastRank = register.units.reduce((last, { rank }) => Math.max(last, rank), 0);
  const comparisons = [...ids].map(([entry, id]) => {
    const existing = units.get(id);
    const values: Record<string, Json> = { ...entry.values };
    delete values['parent'];
    const parent = parents.get(entry);
    if (parent !== undefined) values['parent'] = parent;
    if (existing === undefined) values['rank'] ??= lastRank + 1;
    if (typeof values['rank'] === 'number') lastRank = Math.max(lastRank, values['rank']);
    return compareEntry({
      kind: 'unit',
      id,
      name: merged.get(id)?.name ?? '',
      row: entry.source.row,
      values,
      fields: unitFields,
      existing,
      show: (field, value) =>
        field === 'parent' && typeof value === 'string'
          ? finder.label(value)
          : String(unitFields[field as 'name'].write(value) ?? ''),
    });
  });
  return settle(comparisons, faults, skipped);
}

function isAboveItself(id: string, parentOf: ReadonlyMap<string, string>): boolean {
  const seen = new Set([id]);
  for (let next = parentOf.get(id) ?? ''; next !== ''; next = parentOf.get(next) ?? '') {
    if (next === id) return true;
    // A ring further up is the fault of the rows that are in it.
    if (seen.has(next)) return false;
    seen.add(next);
  }
  return false;
}

function unclearParent(text: string, kind: 'none' | 'several') {
  return kind === 'several'
    ? {
        zh: `名叫“${quoted(text)}”的单位不止一个，请写成“上级单位/${quoted(text)}”。`,
        en: `More than one unit is named “${quoted(text)}”; write it as parent/name.`,
      }
    : {
        zh: `上级单位“${quoted(text)}”不在本表，也不在登记册，请核对名称，或为它补一行。`,
        en: `The parent “${quoted(text)}” is neither in this table nor in the register; check the name or add a row for it.`,
      };
}

function ring(name: string) {
  return {
    zh: `“${quoted(name)}”成了自己的上级，请检查这几行的上级单位。`,
    en: `“${quoted(name)}” would be above itself; check the parents in these rows.`,
  };
}

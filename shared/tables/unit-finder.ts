import { cellKey } from '../itinerary/cell-text';
import type { Unit } from '../records/unit';

type UnitNames = Pick<Unit, 'id' | 'name' | 'short' | 'parent'>;

export type FoundUnit = { readonly kind: 'one'; readonly id: string } | { readonly kind: 'none' | 'several' };

/** Finds units the way people write them: by full name, as 上级/名称 where two share a name, or by short name. */
export interface UnitFinder {
  find(text: string): FoundUnit;
  /** How a unit is written so that it is found again. */
  label(id: string): string;
}

export function createUnitFinder(units: readonly UnitNames[]): UnitFinder {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path = (unit: UnitNames): string => {
    const parent = byId.get(unit.parent)?.name ?? '';
    return parent === '' ? unit.name : `${parent}/${unit.name}`;
  };
  const names = idsBy(units, (unit) => unit.name);
  const paths = idsBy(units, path);
  const shorts = idsBy(units, (unit) => unit.short);
  return {
    find(text) {
      const key = cellKey(text);
      for (const index of [names, paths, shorts]) {
        const [id, ...others] = index.get(key) ?? [];
        if (id !== undefined && others.length === 0) return { kind: 'one', id };
        if (others.length > 0) return { kind: 'several' };
      }
      return { kind: 'none' };
    },
    label(id) {
      const unit = byId.get(id);
      if (unit === undefined) return '';
      return (names.get(cellKey(unit.name))?.length ?? 0) > 1 ? path(unit) : unit.name;
    },
  };
}

function idsBy(
  units: readonly UnitNames[],
  nameOf: (unit: UnitNames) => string,
): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const unit of units) {
    const key = cellKey(nameOf(unit));
    if (key !== '') index.set(key, [...(index.get(key) ?? []), unit.id]);
  }
  return index;
}

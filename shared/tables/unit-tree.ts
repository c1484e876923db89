import type { Unit } from '../records/unit';

/** A unit in its place of the tree, from 0 for those that nobody is above. */
export interface TreeUnit extends Unit {
  readonly depth: number;
}

/** The units from the top down, siblings by rank. Units above themselves (two people moved them at once) stand at the top, so that they can be mended. */
export function unitTree(units: readonly Unit[]): readonly TreeUnit[] {
  const ids = new Set(units.map(({ id }) => id));
  const children = new Map<string, Unit[]>();
  for (const unit of [...units].sort((one, other) => one.rank - other.rank)) {
    const parent = ids.has(unit.parent) ? unit.parent : '';
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const placed = new Map<string, TreeUnit>();
  const place = (parent: string, depth: number): void => {
    for (const unit of children.get(parent) ?? []) {
      if (placed.has(unit.id)) continue;
      placed.set(unit.id, { ...unit, depth });
      place(unit.id, depth + 1);
    }
  };
  place('', 0);
  for (const unit of units)
    if (!placed.has(unit.id)) {
      placed.set(unit.id, { ...unit, depth: 0 });
      place(unit.id, 1);
    }
  return [...placed.values()];
}

/** The unit and all below it: none of them can be its parent. */
export function unitAndBelow(units: readonly Unit[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const unit of units) if (found.has(unit.parent)) found.add(unit.id);
  }
  return found;
}

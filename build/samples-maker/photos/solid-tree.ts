import type { Hit, Ray, Solid, Vec } from './solid';

interface Node {
  readonly min: Vec;
  readonly max: Vec;
  readonly axis: 0 | 1 | 2;
  readonly solids: readonly Solid[];
  readonly left?: Node;
  readonly right?: Node;
}

/** Finds the nearest solid on a ray, or with `shadow` any that blocks light. */
export interface SolidTree {
  readonly trace: (ray: Ray, hit: Hit, shadow: boolean) => boolean;
}

/** Sorts solids into a tree of boxes, so that a ray is tested against a few of them and not against hundreds. */
export function solidTree(solids: readonly Solid[]): SolidTree {
  const endless = solids.filter((solid) => !Number.isFinite(solid.min[0]));
  const bounded = solids.filter((solid) => Number.isFinite(solid.min[0]));
  const root = bounded.length === 0 ? undefined : split(bounded);
  const stack: Node[] = [];
  return {
    trace(ray, hit, shadow) {
      let found = hitAny(endless, ray, hit, shadow);
      if (root === undefined || (found && shadow)) return found;
      const ix = 1 / ray.dx;
      const iy = 1 / ray.dy;
      const iz = 1 / ray.dz;
      const ahead = [ix > 0, iy > 0, iz > 0] as const;
      let depth = 0;
      stack[depth++] = root;
      while (depth > 0) {
        const node = stack[--depth] as Node;
        if (misses(node, ray, ix, iy, iz, hit.t)) continue;
        if (node.left !== undefined && node.right !== undefined) {
          // The nearer half is looked at first: what it hits spares most of the other.
          const forward = ahead[node.axis];
          stack[depth++] = forward ? node.right : node.left;
          stack[depth++] = forward ? node.left : node.right;
        } else if (hitAny(node.solids, ray, hit, shadow)) {
          found = true;
          if (shadow) return true;
        }
      }
      return found;
    },
  };
}

function hitAny(solids: readonly Solid[], ray: Ray, hit: Hit, shadow: boolean): boolean {
  let found = false;
  for (const solid of solids) {
    if (shadow && solid.surface.castsNoShadow === true) continue;
    if (solid.hit(ray, hit)) {
      hit.solid = solid;
      found = true;
    }
  }
  return found;
}

/** Sorts along the axis and at the place where the two halves come out smallest (surface area heuristic). */
function split(solids: readonly Solid[]): Node {
  const bounds = around(solids);
  const best = solids.length <= 2 ? undefined : bestSplit(solids);
  if (best === undefined) return { ...bounds, axis: 0, solids };
  const { axis, sorted, at } = best;
  return { ...bounds, axis, solids: [], left: split(sorted.slice(0, at)), right: split(sorted.slice(at)) };
}

function bestSplit(solids: readonly Solid[]) {
  let best: { readonly axis: 0 | 1 | 2; readonly sorted: readonly Solid[]; readonly at: number } | undefined;
  let least = area(around(solids)) * solids.length;
  for (const axis of [0, 1, 2] as const) {
    const sorted = [...solids].sort((a, b) => a.min[axis] + a.max[axis] - b.min[axis] - b.max[axis]);
    const step = Math.max(1, Math.floor(sorted.length / 24));
    for (let at = step; at < sorted.length; at += step) {
      const cost =
        area(around(sorted.slice(0, at))) * at + area(around(sorted.slice(at))) * (sorted.length - at);
      if (cost < least) {
        least = cost;
        best = { axis, sorted, at };
      }
    }
  }
  return best;
}

function around(solids: readonly Solid[]): { readonly min: Vec; readonly max: Vec } {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const solid of solids) {
    for (const i of [0, 1, 2] as const) {
      min[i] = Math.min(min[i], solid.min[i]);
      max[i] = Math.max(max[i], solid.max[i]);
    }
  }
  return { min, max };
}

function area({ min, max }: { readonly min: Vec; readonly max: Vec }): number {
  const [x, y, z] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
  return x * y + y * z + z * x;
}

/** Whether the ray passes the node's box by, or enters it only beyond `limit`. */
function misses(node: Node, ray: Ray, ix: number, iy: number, iz: number, limit: number): boolean {
  const { min, max } = node;
  const x1 = (min[0] - ray.ox) * ix;
  const x2 = (max[0] - ray.ox) * ix;
  const y1 = (min[1] - ray.oy) * iy;
  const y2 = (max[1] - ray.oy) * iy;
  const z1 = (min[2] - ray.oz) * iz;
  const z2 = (max[2] - ray.oz) * iz;
  let enter = 0;
  let leave = limit;
  enter = x1 < x2 ? (x1 > enter ? x1 : enter) : x2 > enter ? x2 : enter;
  leave = x1 < x2 ? (x2 < leave ? x2 : leave) : x1 < leave ? x1 : leave;
  enter = y1 < y2 ? (y1 > enter ? y1 : enter) : y2 > enter ? y2 : enter;
  leave = y1 < y2 ? (y2 < leave ? y2 : leave) : y1 < leave ? y1 : leave;
  enter = z1 < z2 ? (z1 > enter ? z1 : enter) : z2 > enter ? z2 : enter;
  leave = z1 < z2 ? (z2 < leave ? z2 : leave) : z1 < leave ? z1 : leave;
  return leave < enter;
}

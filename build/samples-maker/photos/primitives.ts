import {
  cross,
  dot,
  nearest,
  subtract,
  unit,
  type Hit,
  type Ray,
  type Solid,
  type Surface,
  type Vec,
} from './solid';

/** A box standing on the point `foot` (the middle of its underside), turned by `turn` radians about the vertical. */
export function box(foot: Vec, size: Vec, surface: Surface, turn = 0): Solid {
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  const half: Vec = [size[0] / 2, size[1] / 2, size[2] / 2];
  const centre: Vec = [foot[0], foot[1] + half[1], foot[2]];
  return slabs(centre, [c, 0, -s], [0, 1, 0], [s, 0, c], half, surface);
}

/** A square bar from `a` to `b`, `width` metres thick: columns, beams, rails, members of lattices. */
export function bar(a: Vec, b: Vec, width: number, surface: Surface): Solid {
  const along = subtract(b, a);
  const axis = unit(along);
  const side = unit(cross(axis, Math.abs(axis[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0]));
  const centre: Vec = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
  const half: Vec = [Math.sqrt(dot(along, along)) / 2, width / 2, width / 2];
  return slabs(centre, axis, cross(side, axis), side, half, surface);
}

/** A box along any three axes at right angles, `half` measured from its centre. */
export function slabs(centre: Vec, ax: Vec, ay: Vec, az: Vec, half: Vec, surface: Surface): Solid {
  const [cx, cy, cz] = centre;
  const table = Float64Array.of(...ax, half[0], ...ay, half[1], ...az, half[2]);
  const reach = (i: 0 | 1 | 2): number =>
    Math.abs(ax[i]) * half[0] + Math.abs(ay[i]) * half[1] + Math.abs(az[i]) * half[2];
  return {
    min: [centre[0] - reach(0), centre[1] - reach(1), centre[2] - reach(2)],
    max: [centre[0] + reach(0), centre[1] + reach(1), centre[2] + reach(2)],
    surface,
    hit(ray, hit) {
      let enter = -Infinity;
      let leave = Infinity;
      let face = 0;
      const px = ray.ox - cx;
      const py = ray.oy - cy;
      const pz = ray.oz - cz;
      for (let i = 0; i < 12; i += 4) {
        const x = table[i] ?? 0;
        const y = table[i + 1] ?? 0;
        const z = table[i + 2] ?? 0;
        const size = table[i + 3] ?? 0;
        const at = px * x + py * y + pz * z;
        const speed = ray.dx * x + ray.dy * y + ray.dz * z;
        if (speed > -1e-9 && speed < 1e-9) {
          if (at > size || at < -size) return false;
          continue;
        }
        const t1 = (-size - at) / speed;
        const t2 = (size - at) / speed;
        const first = t1 < t2 ? t1 : t2;
        const last = t1 < t2 ? t2 : t1;
        if (first > enter) {
          enter = first;
          face = i;
        }
        if (last < leave) leave = last;
        if (enter > leave) return false;
      }
      if (enter < nearest || enter >= hit.t) return false;
      const x = table[face] ?? 0;
      const y = table[face + 1] ?? 0;
      const z = table[face + 2] ?? 0;
      const sign = ray.dx * x + ray.dy * y + ray.dz * z > 0 ? -1 : 1;
      return record(hit, enter, x * sign, y * sign, z * sign);
    },
  };
}

/** A round bar or pipe from `a` to `b`. */
export function rod(a: Vec, b: Vec, radius: number, surface: Surface): Solid {
  const along = subtract(b, a);
  const length = Math.sqrt(dot(along, along));
  const axis = unit(along);
  const spread = (i: 0 | 1 | 2): number => radius * Math.sqrt(Math.max(0, 1 - axis[i] * axis[i])) + 1e-6;
  return {
    min: [
      Math.min(a[0], b[0]) - spread(0),
      Math.min(a[1], b[1]) - spread(1),
      Math.min(a[2], b[2]) - spread(2),
    ],
    max: [
      Math.max(a[0], b[0]) + spread(0),
      Math.max(a[1], b[1]) + spread(1),
      Math.max(a[2], b[2]) + spread(2),
    ],
    surface,
    hit: (ray, hit) => hitRod(ray, hit, a, axis, length, radius),
  };
}

function hitRod(ray: Ray, hit: Hit, a: Vec, axis: Vec, length: number, radius: number): boolean {
  const px = ray.ox - a[0];
  const py = ray.oy - a[1];
  const pz = ray.oz - a[2];
  const speed = ray.dx * axis[0] + ray.dy * axis[1] + ray.dz * axis[2];
  const at = px * axis[0] + py * axis[1] + pz * axis[2];
  const qx = ray.dx - speed * axis[0];
  const qy = ray.dy - speed * axis[1];
  const qz = ray.dz - speed * axis[2];
  const rx = px - at * axis[0];
  const ry = py - at * axis[1];
  const rz = pz - at * axis[2];
  const qq = qx * qx + qy * qy + qz * qz;
  const qr = qx * rx + qy * ry + qz * rz;
  const under = qr * qr - qq * (rx * rx + ry * ry + rz * rz - radius * radius);
  if (under < 0) return false;
  const t = (-qr - Math.sqrt(under)) / qq;
  const reached = at + t * speed;
  if (t >= nearest && reached >= 0 && reached <= length) {
    if (t >= hit.t) return false;
    return record(hit, t, (rx + t * qx) / radius, (ry + t * qy) / radius, (rz + t * qz) / radius);
  }
  const end = speed > 0 ? 0 : length;
  const cap = (end - at) / speed;
  if (!(cap >= nearest) || cap >= hit.t) return false;
  const cx = rx + cap * qx;
  const cy = ry + cap * qy;
  const cz = rz + cap * qz;
  if (cx * cx + cy * cy + cz * cz > radius * radius) return false;
  const sign = speed > 0 ? -1 : 1;
  return record(hit, cap, axis[0] * sign, axis[1] * sign, axis[2] * sign);
}

/** A ball stretched along the axes: crowns of trees, heaps of earth, domes. */
export function ball(centre: Vec, radii: Vec, surface: Surface): Solid {
  const [rx, ry, rz] = radii;
  return {
    min: [centre[0] - rx, centre[1] - ry, centre[2] - rz],
    max: [centre[0] + rx, centre[1] + ry, centre[2] + rz],
    surface,
    hit(ray, hit) {
      const px = (ray.ox - centre[0]) / rx;
      const py = (ray.oy - centre[1]) / ry;
      const pz = (ray.oz - centre[2]) / rz;
      const dx = ray.dx / rx;
      const dy = ray.dy / ry;
      const dz = ray.dz / rz;
      const dd = dx * dx + dy * dy + dz * dz;
      const pd = px * dx + py * dy + pz * dz;
      const under = pd * pd - dd * (px * px + py * py + pz * pz - 1);
      if (under < 0) return false;
      const t = (-pd - Math.sqrt(under)) / dd;
      if (t < nearest || t >= hit.t) return false;
      const n = unit([(px + t * dx) / rx, (py + t * dy) / ry, (pz + t * dz) / rz]);
      return record(hit, t, n[0], n[1], n[2]);
    },
  };
}

/** The ground, or any endless level at height `y`. */
export function level(y: number, surface: Surface): Solid {
  return {
    min: [-Infinity, y, -Infinity],
    max: [Infinity, y, Infinity],
    surface,
    hit(ray, hit) {
      const t = (y - ray.oy) / ray.dy;
      if (!(t >= nearest) || t >= hit.t) return false;
      return record(hit, t, 0, ray.dy < 0 ? 1 : -1, 0);
    },
  };
}

function record(hit: Hit, t: number, nx: number, ny: number, nz: number): true {
  hit.t = t;
  hit.nx = nx;
  hit.ny = ny;
  hit.nz = nz;
  return true;
}

/** A repeatable number in [0, 1) for a lattice point. */
export function latticeValue(x: number, y: number, z: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 2147483647 - 1013904223);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h = Math.imul(h ^ (h >>> 16), 2246822519);
  return ((h ^ (h >>> 13)) >>> 0) / 4294967296;
}

/** Smooth value noise in [0, 1], one lattice cell per unit. */
export function valueNoise(x: number, y: number, z: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const iz = Math.floor(z);
  const u = ease(x - ix);
  const v = ease(y - iy);
  const w = ease(z - iz);
  const near = plane(ix, iy, iz, u, v);
  return near + (plane(ix, iy, iz + 1, u, v) - near) * w;
}

/** Several octaves of value noise, in [0, 1]. */
export function cloudNoise(x: number, y: number, z: number, octaves: number): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += weight * valueNoise(x * scale, y * scale, z * scale + octave * 17);
    total += weight;
    weight *= 0.5;
    scale *= 2.03;
  }
  return sum / total;
}

function plane(ix: number, iy: number, iz: number, u: number, v: number): number {
  const a = latticeValue(ix, iy, iz);
  const b = latticeValue(ix + 1, iy, iz);
  const c = latticeValue(ix, iy + 1, iz);
  const d = latticeValue(ix + 1, iy + 1, iz);
  const top = a + (b - a) * u;
  return top + (c + (d - c) * u - top) * v;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}

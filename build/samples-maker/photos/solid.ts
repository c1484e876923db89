/** Metres; x to the right, y up, z away from the viewer. */
export type Vec = readonly [x: number, y: number, z: number];

/** Linear light, red green blue; reused by the renderer, hence mutable. */
export type Rgb = [r: number, g: number, b: number];

export interface Ray {
  ox: number;
  oy: number;
  oz: number;
  dx: number;
  dy: number;
  dz: number;
}

/** The nearest hit so far; filled in by `Solid.hit`. */
export interface Hit {
  t: number;
  nx: number;
  ny: number;
  nz: number;
  solid: Solid | undefined;
  x: number;
  y: number;
  z: number;
  /** The width in metres that one pixel covers there: detail finer than this must fade, or it flickers. */
  footprint: number;
}

/** Writes the colour of a surface at a hit. */
export type Paint = (hit: Hit, out: Rgb) => void;

export interface Surface {
  readonly paint: Paint;
  /** How strongly the sky is mirrored, 0 to 1. */
  readonly gloss?: number;
  /** How rough the surface stands out, 0 to 1, and the size of its grains in metres. */
  readonly bump?: readonly [strength: number, size: number];
  /** Shines by itself and is not shaded. */
  readonly glows?: true;
  /** Lets light through, such as the roof of a hall seen from inside. */
  readonly castsNoShadow?: true;
}

export interface Solid {
  readonly min: Vec;
  readonly max: Vec;
  readonly surface: Surface;
  /** Writes t and normal into `hit` and returns true when the ray meets the solid nearer than `hit.t`. */
  readonly hit: (ray: Ray, hit: Hit) => boolean;
}

/** Rays start a little off a surface, so that it does not hit itself. */
export const nearest = 1e-4;

export const subtract = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export function unit(a: Vec): Vec {
  const length = Math.sqrt(dot(a, a));
  return [a[0] / length, a[1] / length, a[2] / length];
}

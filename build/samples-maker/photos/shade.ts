import { latticeValue, valueNoise } from './noise';
import type { Scene } from './scene';
import { skyColour } from './sky';
import { unit, type Hit, type Ray, type Rgb, type Surface, type Vec } from './solid';
import type { SolidTree } from './solid-tree';

export interface Shader {
  readonly sun: Vec;
  /** How open a point is to the light from everywhere, 0 to 1. */
  readonly occlusion: (ray: Ray, hit: Hit, seed: number) => number;
  readonly colour: (ray: Ray, hit: Hit, open: number, seed: number, out: Rgb) => void;
}

const occlusionRays = 2;
const occlusionReach = 3.5;

/** Sunlight with its shadow, light from the sky, a mirrored sky on glossy surfaces, and haze. */
export function shader(scene: Scene, tree: SolidTree, pixelAngle: number): Shader {
  const sun = unit(scene.sun);
  const probe: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 0 };
  const block: Hit = { t: 0, nx: 0, ny: 0, nz: 0, solid: undefined, x: 0, y: 0, z: 0, footprint: 0 };
  const mirrored: Rgb = [0, 0, 0];

  const settle = (ray: Ray, hit: Hit): void => {
    hit.x = ray.ox + ray.dx * hit.t;
    hit.y = ray.oy + ray.dy * hit.t;
    hit.z = ray.oz + ray.dz * hit.t;
    hit.footprint = hit.t * pixelAngle;
    probe.ox = hit.x + hit.nx * 1e-3;
    probe.oy = hit.y + hit.ny * 1e-3;
    probe.oz = hit.z + hit.nz * 1e-3;
  };

  const blocked = (dx: number, dy: number, dz: number, reach: number): number => {
    probe.dx = dx;
    probe.dy = dy;
    probe.dz = dz;
    block.t = reach;
    return tree.trace(probe, block, true) ? block.t : Infinity;
  };

  return {
    sun,
    occlusion(ray, hit, seed) {
      settle(ray, hit);
      let open = 0;
      for (let i = 0; i < occlusionRays; i += 1) {
        const turn = latticeValue(seed, i, 1) * Math.PI * 2;
        const rise = latticeValue(seed, i, 2) * 2 - 1;
        const flat = Math.sqrt(1 - rise * rise);
        const d = unit([
          hit.nx * 1.001 + Math.cos(turn) * flat,
          hit.ny * 1.001 + rise,
          hit.nz * 1.001 + Math.sin(turn) * flat,
        ]);
        const met = blocked(d[0], d[1], d[2], occlusionReach);
        open += met === Infinity ? 1 : (met / occlusionReach) ** 0.7;
      }
      return open / occlusionRays;
    },
    colour(ray, hit, open, seed, out) {
      settle(ray, hit);
      const surface = hit.solid?.surface;
      if (surface === undefined) return;
      surface.paint(hit, out);
      if (surface.glows === true) return;
      const [nx, ny, nz] = bumped(hit, surface);
      const spread = scene.sunSize;
      const sx = sun[0] + (latticeValue(seed, 3, 5) - 0.5) * spread;
      const sy = sun[1] + (latticeValue(seed, 4, 5) - 0.5) * spread;
      const sz = sun[2] + (latticeValue(seed, 5, 5) - 0.5) * spread;
      const facing = nx * sx + ny * sy + nz * sz;
      const sunlit = facing > 0 && blocked(sx, sy, sz, 400) === Infinity ? facing : 0;
      const above = 0.62 + 0.38 * ny;
      for (let i = 0; i < 3; i += 1) {
        const c = i as 0 | 1 | 2;
        out[c] *= scene.sunColour[c] * sunlit + scene.ambient[c] * above * open;
      }
      if (surface.gloss !== undefined) mirror(ray, surface.gloss, open, nx, ny, nz, out);
      const veil = 1 - Math.exp(-scene.haze * hit.t);
      for (let i = 0; i < 3; i += 1) {
        const c = i as 0 | 1 | 2;
        out[c] += (scene.sky.horizon[c] - out[c]) * veil;
      }
    },
  };

  function mirror(ray: Ray, gloss: number, open: number, nx: number, ny: number, nz: number, out: Rgb): void {
    const along = ray.dx * nx + ray.dy * ny + ray.dz * nz;
    const share = gloss * (0.12 + 0.88 * (1 - Math.min(1, Math.abs(along))) ** 4) * open;
    const [mx, my, mz] = [ray.dx - 2 * along * nx, ray.dy - 2 * along * ny, ray.dz - 2 * along * nz];
    skyColour(scene.sky, sun, mx, my, mz, mirrored);
    for (let i = 0; i < 3; i += 1) {
      const c = i as 0 | 1 | 2;
      out[c] += (mirrored[c] - out[c]) * share;
    }
  }
}

function bumped(hit: Hit, surface: Surface): Vec {
  if (surface.bump === undefined) return [hit.nx, hit.ny, hit.nz];
  const [strength, size] = surface.bump;
  const fade = strength * Math.min(1, size / (hit.footprint * 2));
  const x = hit.x / size;
  const y = hit.y / size;
  const z = hit.z / size;
  return unit([
    hit.nx + (valueNoise(x, y, z) - 0.5) * fade,
    hit.ny + (valueNoise(x + 31, y, z) - 0.5) * fade,
    hit.nz + (valueNoise(x, y + 57, z) - 0.5) * fade,
  ]);
}

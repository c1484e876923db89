import { cloudNoise, latticeValue } from './noise';
import { smooth } from './sky';
import type { Hit, Paint, Rgb, Surface, Vec } from './solid';

/** One colour, a little uneven as everything outdoors is. `size` is that of its stains in metres. */
export function plain(colour: Vec, unevenness = 0.12, size = 1.5): Paint {
  return (hit, out) => {
    tint(out, colour, 1 + unevenness * (cloudNoise(hit.x / size, hit.y / size, hit.z / size, 3) - 0.5) * 2);
  };
}

/** Profiled steel sheet: ribs `pitch` metres apart, and streaks of dirt from above. */
export function cladding(colour: Vec, pitch = 0.35): Paint {
  return (hit, out) => {
    const u = across(hit);
    const rib = Math.cos((u / pitch) * Math.PI * 2) * 0.09 * fine(hit, pitch * 0.5);
    const streak = cloudNoise(u * 1.3, hit.y * 0.06, 3, 3) - 0.5;
    tint(out, colour, 1 + rib + streak * 0.16);
  };
}

export interface WindowBand {
  readonly sill: number;
  readonly height: number;
  readonly pitch: number;
  readonly width: number;
}

/** A wall with bands of windows let into it; panes differ a little, as panes do. */
export function windowed(wall: Paint, bands: readonly WindowBand[]): Paint {
  return (hit, out) => {
    const u = across(hit);
    for (const band of bands) {
      const v = hit.y - band.sill;
      const place = ((u % band.pitch) + band.pitch) % band.pitch;
      if (Math.abs(hit.ny) > 0.5 || v < 0 || v > band.height || place > band.width) continue;
      const frame = Math.min(place, band.width - place, v, band.height - v, Math.abs(place - band.width / 2));
      const pane = latticeValue(Math.floor(u / band.pitch), Math.floor(band.sill), 9);
      if (frame < 0.06) tint(out, [0.55, 0.57, 0.58], 1);
      else tint(out, [0.1, 0.16, 0.21], 0.6 + pane * 1.1 + (v / band.height) * 0.6);
      return;
    }
    wall(hit, out);
  };
}

/** Cast concrete: broad stains, fine grain, and joints every `joint` metres where given. */
export function concrete(colour: Vec, joint = 0): Paint {
  return (hit, out) => {
    const stain = cloudNoise(hit.x * 0.3, hit.y * 0.5, hit.z * 0.3, 4) - 0.5;
    const grain = (cloudNoise(hit.x * 9, hit.y * 9, hit.z * 9, 2) - 0.5) * fine(hit, 0.1);
    const seam = joint > 0 ? Math.max(seamAt(hit.x, joint, hit), seamAt(hit.z, joint, hit)) : 0;
    tint(out, colour, (1 + stain * 0.36 + grain * 0.2) * (1 - 0.35 * seam));
  };
}

/** Loose ground of two colours: soil, gravel, grass; `size` is that of its patches in metres. */
export function loose(first: Vec, second: Vec, size: number, grainSize: number): Paint {
  return (hit, out) => {
    const patch = smooth((cloudNoise(hit.x / size, hit.y / size, hit.z / size, 4) - 0.32) / 0.36);
    const k = 1 / grainSize;
    const grain = (cloudNoise(hit.x * k, hit.y * k, hit.z * k, 3) - 0.5) * fine(hit, grainSize);
    const clod =
      (cloudNoise(hit.x * k * 0.23, hit.y * k * 0.23, hit.z * k * 0.23, 3) - 0.5) * fine(hit, grainSize * 4);
    tint(out, mix(first, second, patch), 1 + grain * 0.9 + clod * 0.7);
  };
}

/** Lays one paint over another wherever `where` says so. */
export function overlay(base: Paint, where: (hit: Hit) => boolean, top: Paint): Paint {
  return (hit, out) => {
    (where(hit) ? top : base)(hit, out);
  };
}

/** Solar panels: dark cells `cell` metres wide with pale seams and frames, counted along the row and up the slope. */
export function solarCells(cell: number, slope: (hit: Hit) => number): Paint {
  return (hit, out) => {
    const along = hit.x;
    const up = slope(hit);
    const frame = Math.max(seamAt(along, cell * 6, hit, 0.05), seamAt(up, cell * 10, hit, 0.05));
    const seam = Math.max(seamAt(along, cell, hit, 0.012), seamAt(up, cell, hit, 0.012));
    const panel = latticeValue(Math.floor(along / (cell * 6)), Math.floor(up / (cell * 10)), 4);
    tint(out, [0.012, 0.026, 0.085], 0.8 + panel * 0.5);
    const pale = Math.min(1, frame * 0.8 + seam * 0.28);
    out[0] += (0.5 - out[0]) * pale;
    out[1] += (0.53 - out[1]) * pale;
    out[2] += (0.56 - out[2]) * pale;
  };
}

/** Lamps and bright windows: the same from everywhere. */
export function shining(colour: Vec): Surface {
  return { paint: (_hit, out) => tint(out, colour, 1), glows: true, castsNoShadow: true };
}

function mix(a: Vec, b: Vec, share: number): Vec {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

function tint(out: Rgb, colour: Vec, by: number): void {
  const factor = Math.max(0, by);
  out[0] = colour[0] * factor;
  out[1] = colour[1] * factor;
  out[2] = colour[2] * factor;
}

/** How much of a detail of this size can still be seen, 0 to 1. */
function fine(hit: Hit, size: number): number {
  return smooth(size / (hit.footprint * 2.5) - 0.3);
}

/** The horizontal coordinate along a wall. */
function across(hit: Hit): number {
  return Math.abs(hit.nx) > Math.abs(hit.nz) ? hit.z : hit.x;
}

/** 1 on a seam `width` metres wide every `pitch` metres, and its average share where it is too fine to be seen. */
function seamAt(at: number, pitch: number, hit: Hit, width = 0.03): number {
  const place = Math.abs((((at % pitch) + pitch) % pitch) - pitch / 2);
  const reach = Math.max(width, hit.footprint);
  const share = width / reach;
  return smooth((place - (pitch / 2 - reach)) / reach) * share;
}

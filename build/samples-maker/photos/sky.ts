import { cloudNoise } from './noise';
import type { Rgb, Vec } from './solid';

export interface Sky {
  readonly zenith: Vec;
  readonly horizon: Vec;
  readonly cloud: Vec;
  /** 0 is a clear sky, 1 an overcast one. */
  readonly cover: number;
  readonly seed: number;
}

/** The colour of the sky in a direction; below the horizon it is the haze of the horizon. */
export function skyColour(sky: Sky, sun: Vec, dx: number, dy: number, dz: number, out: Rgb): void {
  const height = Math.max(0, dy);
  const rise = 1 - Math.exp(-height * 3.2);
  for (let i = 0; i < 3; i += 1) {
    const c = i as 0 | 1 | 2;
    out[c] = sky.horizon[c] + (sky.zenith[c] - sky.horizon[c]) * rise;
  }
  const toSun = Math.max(0, dx * sun[0] + dy * sun[1] + dz * sun[2]);
  const glow = 0.25 * toSun ** 8 + 0.9 * toSun ** 120;
  out[0] += glow;
  out[1] += glow * 0.9;
  out[2] += glow * 0.72;
  if (height > 0.015) cover(sky, dx, height, dz, out);
}

function cover(sky: Sky, dx: number, height: number, dz: number, out: Rgb): void {
  const reach = 1 / (height + 0.12);
  const x = dx * reach * 1.7 + sky.seed;
  const z = dz * reach * 1.7;
  const thick = cloudNoise(x, z, sky.seed, 5);
  const edge = 0.72 - sky.cover * 0.42;
  const amount = smooth((thick - edge) / 0.22) * smooth((height - 0.015) / 0.12) * 0.92;
  const lit = 1.05 - 0.35 * smooth((thick - edge) / 0.5);
  for (let i = 0; i < 3; i += 1) {
    const c = i as 0 | 1 | 2;
    out[c] += (sky.cloud[c] * lit - out[c]) * amount;
  }
}

export function smooth(t: number): number {
  const x = Math.min(1, Math.max(0, t));
  return x * x * (3 - 2 * x);
}

import { latticeValue } from './noise';
import type { Picture } from './render';
import { smooth } from './sky';

/** What a telephone's lens and sensor do to the light: dark corners, a film curve, a little grain. RGBA bytes. */
export function develop(picture: Picture, grain: number, seed: number): Uint8Array {
  const { width, height, light } = picture;
  const bytes = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const x = (at % width) / width - 0.5;
    const y = Math.floor(at / width) / height - 0.5;
    const vignette = 1 - 0.32 * smooth((x * x + y * y) * 1.9);
    const speck = (latticeValue(at % width, Math.floor(at / width), seed) - 0.5) * grain;
    for (let c = 0; c < 3; c += 1) {
      const v = (light[at * 3 + c] ?? 0) * vignette;
      const film = (v * (2.51 * v + 0.03)) / (v * (2.43 * v + 0.59) + 0.14);
      bytes[at * 4 + c] = Math.round(255 * Math.min(1, Math.max(0, film ** (1 / 2.2) + speck)));
    }
    bytes[at * 4 + 3] = 255;
  }
  return bytes;
}

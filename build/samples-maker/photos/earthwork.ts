import type { Random } from '../seeded-random';
import { loose, overlay, plain } from './paints';
import { darkGrey, grass, gravel, hazySky, orange, paint, safetyYellow, soil } from './palette';
import { ball, bar, box, level, rod } from './primitives';
import type { Scene } from './scene';
import { outdoors } from './scene-defaults';
import { fence, tree } from './shapes';
import type { Solid, Surface, Vec } from './solid';
import { times } from './times';

/** Bare heaps of earth on a site that is being levelled, and an excavator at work. */
export function earthwork(random: Random): Scene {
  const heap: Surface = { paint: soil, bump: [1.7, 0.3] };
  const wet: Surface = { paint: loose([0.2, 0.115, 0.06], [0.3, 0.18, 0.1], 2.5, 0.2), bump: [1.9, 0.22] };
  const track = (hit: { readonly x: number; readonly z: number }): boolean =>
    Math.abs(Math.abs(hit.x - 4 + Math.sin(hit.z * 0.09) * 3) - 1.3) < 0.35;
  const ground = overlay(
    overlay(soil, track, plain([0.15, 0.08, 0.045], 0.5, 0.5)),
    (hit) => hit.z > 62,
    grass,
  );
  const lumps = times(150, () => {
    const r = 0.06 + random() ** 3 * 0.36;
    return ball([-15 + random() * 30, r * 0.3, -1 + random() * 26], [r * 1.3, r, r * 1.2], wet);
  });
  const ridge = times(22, () => {
    const r = 1.6 + random() * 1.9;
    return ball(
      [-27 + random() * 19, 0, 17 + random() * 16],
      [r * 1.7, r * 1.25, r * 1.5],
      random() < 0.5 ? heap : wet,
    );
  });
  return {
    ...outdoors,
    sky: { ...hazySky, seed: 61, cover: 0.55 },
    sun: [-0.75, 0.5, -0.3],
    haze: 0.0035,
    eye: [0, 1.9, -9],
    lookAt: [-0.6, 2.9, 22],
    solids: [
      level(0, { paint: ground, bump: [1.7, 0.24] }),
      ...lumps,
      ...ridge,
      ball([-18, -0.5, 26], [9, 5.2, 7], heap),
      ball([26, -1, 40], [13, 5, 8], wet),
      ...excavator([5.5, 0, 18]),
      box([15, 0, 12], [5, 0.08, 30], { paint: gravel }),
      ...fence([-40, 0, 60], 90, 2, paint([0.3, 0.45, 0.6])),
      ...times(30, (i) =>
        box([-43 + i * 3, 0, 60.2], [2.95, 2.1, 0.06], { paint: plain([0.08, 0.28, 0.4], 0.2) }),
      ),
      ...times(16, (i) =>
        tree([-75 + i * 10 + random() * 4, 0, 74 + random() * 14], 7 + random() * 4, random),
      ).flat(),
      ...times(5, (i) => [
        rod([9 + i * 0.7, 0, 5 - i * 0.4], [9 + i * 0.7, 1.1, 5 - i * 0.4], 0.05, paint(orange)),
      ]).flat(),
    ],
  };
}

/** A tracked excavator seen from the side, its bucket to the left. */
function excavator([x, y, z]: Vec): readonly Solid[] {
  const yellow = paint(safetyYellow);
  const dark = paint(darkGrey);
  const at = (dx: number, dy: number, dz = 0): Vec => [x + dx, y + dy, z + dz];
  return [
    ...[-1.15, 1.15].flatMap((side) => [
      box(at(0, 0.12, side), [3.6, 0.72, 0.6], dark),
      ...[-1.8, 1.8].map((end) => rod(at(end, 0.48, side - 0.3), at(end, 0.48, side + 0.3), 0.46, dark)),
    ]),
    box(at(0.5, 1.05), [3.3, 0.5, 2.5], dark),
    box(at(1.2, 1.4, 0.2), [2.2, 1.25, 2.3], yellow),
    box(at(-0.7, 1.4, -0.65), [1.4, 1.75, 1.1], { paint: plain([0.08, 0.12, 0.15]), gloss: 0.7 }),
    box(at(-0.7, 3.12, -0.65), [1.5, 0.1, 1.2], yellow),
    box(at(-0.7, 1.4, -0.65), [1.46, 0.55, 1.16], yellow),
    bar(at(-0.6, 1.6, 0.5), at(-3, 4.9, 0.5), 0.5, yellow),
    bar(at(-2.9, 4.9, 0.5), at(-5.1, 4.3, 0.5), 0.45, yellow),
    bar(at(-4.9, 4.6, 0.5), at(-5.9, 2, 0.5), 0.36, yellow),
    rod(at(-1.4, 1.9, 0.5), at(-3.2, 4.4, 0.5), 0.09, dark),
    rod(at(-3.4, 5.2, 0.5), at(-5, 4.7, 0.5), 0.09, dark),
    box(at(-5.7, 1.05, 0.5), [1, 1, 1.2], dark, 0.1),
    ball(at(-5.7, 2, 0.5), [0.55, 0.3, 0.55], { paint: soil, bump: [1.5, 0.15] }),
  ];
}

import { cladding, overlay, plain } from './paints';
import {
  blue,
  clearSky,
  darkGrey,
  green,
  orange,
  paint,
  red,
  rust,
  safetyYellow,
  steelGrey,
  white,
  yard,
} from './palette';
import { bar, box, level, rod } from './primitives';
import type { Scene } from './scene';
import { outdoors } from './scene-defaults';
import { hall, lattice } from './shapes';
import type { Solid, Vec } from './solid';
import { times } from './times';

/** An assembly yard: a gantry lowers a girder over men's way, with containers stacked at the side. */
export function gantryYard(): Scene {
  const colours: readonly Vec[] = [blue, rust, green, [0.45, 0.46, 0.46], orange, [0.05, 0.1, 0.2], red];
  const stack = times(16, (i): Solid => {
    const column = Math.floor(i / 3);
    const colour = colours[(i * 5 + column) % colours.length] ?? blue;
    return box([-15 - (column % 2) * 0.3, (i % 3) * 2.6, 6 + column * 6.4], [2.5, 2.56, 6.1], {
      paint: cladding(colour, 0.28),
    });
  });
  const line = (hit: { readonly x: number }): boolean =>
    Math.abs(hit.x + 11.6) < 0.09 || Math.abs(hit.x - 15.4) < 0.09;
  return {
    ...outdoors,
    sky: { ...clearSky, seed: 90, cover: 0.6 },
    sun: [0.62, 0.66, -0.5],
    eye: [-1.5, 1.75, -10],
    lookAt: [0.6, 6, 24],
    view: 54,
    solids: [
      level(0, { paint: overlay(yard, line, plain([0.7, 0.46, 0.05], 0.3, 0.5)), bump: [0.3, 0.05] }),
      ...stack,
      ...gantry(20, 14.5),
      ...gantry(62, 14.5),
      bar([-6, 5.6, 20], [9, 5.6, 20], 1.5, paint([0.42, 0.44, 0.45])),
      ...[-4.5, 7.5].flatMap((x) => [
        rod([x, 6.3, 20], [1.5, 11.4, 20], 0.05, paint(darkGrey)),
        bar([x, 4.6, 20], [x, 6.5, 20], 0.3, paint(red)),
      ]),
      rod([1.5, 11.4, 20], [1.5, 15, 20], 0.09, paint(darkGrey)),
      box([1.5, 10.9, 20], [0.8, 1, 0.7], paint(safetyYellow)),
      ...times(4, (i) =>
        bar(
          [5.5, 0.45 + (i % 2) * 0.8, 5 + Math.floor(i / 2) * 1.2],
          [13, 0.45 + (i % 2) * 0.8, 5 + Math.floor(i / 2) * 1.2],
          0.66,
          paint(steelGrey),
        ),
      ),
      ...times(6, (i) =>
        box([6.6 + (i % 3) * 2.6, 0, 5 + Math.floor(i / 3) * 1.2], [0.2, 0.14, 1], paint(rust)),
      ),
      ...hall(
        [10, 0, 96],
        [76, 15, 30],
        { paint: cladding([0.62, 0.64, 0.65]) },
        { paint: cladding([0.14, 0.26, 0.42], 0.6) },
      ),
      box([0, 0, 80.8], [14, 11, 0.3], { paint: plain([0.06, 0.07, 0.08]) }),
      box([26, 0, 52], [9, 5, 12], { paint: cladding(white) }),
    ],
  };
}

function gantry(z: number, height: number): readonly Solid[] {
  const steel = paint([0.68, 0.33, 0.02]);
  const leg = (x: number, lean: number): readonly Solid[] => [
    bar([x + lean, 0.7, z - 4], [x, height, z - 0.7], 0.75, steel),
    bar([x + lean, 0.7, z + 4], [x, height, z + 0.7], 0.75, steel),
    bar([x + lean, 0.9, z - 4.6], [x + lean, 0.9, z + 4.6], 0.8, steel),
    bar([x + lean * 0.5, height * 0.5, z - 2.2], [x + lean * 0.5, height * 0.5, z + 2.2], 0.4, steel),
    ...[-4.2, -2.9, 2.9, 4.2].map((d) =>
      rod([x + lean - 0.2, 0.35, z + d], [x + lean + 0.2, 0.35, z + d], 0.35, paint(darkGrey)),
    ),
  ];
  return [
    ...leg(-10.4, -0.6),
    ...leg(14.4, 0.6),
    bar([-14, height, z - 0.9], [18, height, z - 0.9], 1.1, steel),
    bar([-14, height, z + 0.9], [18, height, z + 0.9], 1.1, steel),
    ...lattice([-14, height + 1.3, z - 0.9], [18, height + 1.3, z - 0.9], 0.9, steel),
    box([1.5, height + 0.5, z], [2.6, 1.4, 2.6], paint([0.5, 0.52, 0.53])),
    box([-8.6, height - 3.4, z], [1.8, 2.2, 2], { paint: plain([0.5, 0.54, 0.56]), gloss: 0.5 }),
  ];
}

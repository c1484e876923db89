import { cladding, overlay, plain } from './paints';
import { blue, clearSky, darkGrey, gravel, orange, paint, soil } from './palette';
import { bar, box, level, rod } from './primitives';
import type { Scene } from './scene';
import { outdoors } from './scene-defaults';
import { fence, towerCrane } from './shapes';
import type { Solid, Surface, Vec } from './solid';
import { times } from './times';

/** A three-storey steel frame with a tower crane; the edge of the top floor has no railing. */
export function steelFrame(): Scene {
  const steel: Surface = { paint: plain([0.34, 0.1, 0.055], 0.16, 2), gloss: 0.05 };
  const slab: Surface = { paint: plain([0.46, 0.47, 0.46], 0.2, 3) };
  const solids: Solid[] = [
    level(0, { paint: overlay(soil, (hit) => hit.z < 6 && hit.z > -1, gravel), bump: [1.1, 0.16] }),
  ];
  for (let x = 0; x <= 5; x += 1) {
    for (let z = 0; z <= 2; z += 1) {
      solids.push(bar([x * 7 - 16, 0, 16 + z * 8], [x * 7 - 16, x > 3 ? 10.5 : 15, 16 + z * 8], 0.5, steel));
    }
    for (let floor = 1; floor <= (x > 3 ? 2 : 3); floor += 1) {
      const y = floor * 4.8;
      solids.push(bar([x * 7 - 16, y, 16], [x * 7 - 16, y, 32], 0.42, steel));
      if (x < 5 && !(floor === 3 && x > 2)) {
        for (let z = 0; z <= 2; z += 1)
          solids.push(bar([x * 7 - 16, y, 16 + z * 8], [x * 7 - 9, y, 16 + z * 8], 0.42, steel));
      }
    }
  }
  for (const [y, length] of [
    [5.05, 34],
    [9.85, 27],
    [14.65, 13],
  ] as const) {
    solids.push(box([-16 + length / 2, y, 24], [length, 0.16, 16.4], slab));
  }
  const net: Surface = { paint: plain([0.04, 0.26, 0.13], 0.3, 0.7) };
  solids.push(box([-2.5, 5.2, 15.7], [27, 1.2, 0.04], net));
  const load: Vec = [15, 19, 24];
  return {
    ...outdoors,
    sky: { ...clearSky, seed: 41, cover: 0.55 },
    eye: [11, 1.8, -15],
    lookAt: [1.5, 9.6, 24],
    view: 54,
    solids: [
      ...solids,
      ...towerCrane([-22, 0, 36], 30, 48, load),
      bar([11, 18.6, 24], [19, 18.8, 24], 0.5, steel),
      rod([11.6, 18.8, 24], [15, 21.5, 24], 0.03, paint(darkGrey)),
      rod([18.4, 18.9, 24], [15, 21.5, 24], 0.03, paint(darkGrey)),
      ...times(9, (i) =>
        bar(
          [4 + (i % 5) * 0.55, 0.2 + Math.floor(i / 5) * 0.4, 3],
          [6 + (i % 5) * 0.55, 0.2 + Math.floor(i / 5) * 0.4, 11],
          0.36,
          steel,
        ),
      ),
      box([-13, 0, 7], [6, 2.7, 2.5], { paint: cladding([0.62, 0.63, 0.62]) }),
      box([-13, 2.7, 7], [6.1, 0.15, 2.6], paint(blue)),
      ...fence([-20, 0, 12.8], 40, 1.2, paint(orange)),
      ...fence([-16, 9.95, 15.9], 12.5, 1.1, paint(orange)),
    ],
  };
}

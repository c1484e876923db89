import type { Random } from '../seeded-random';
import { cladding, concrete, overlay } from './paints';
import { clearSky, darkGrey, gravel, green, paint, paleGrey } from './palette';
import { ball, bar, box, level, rod } from './primitives';
import type { Scene } from './scene';
import { outdoors } from './scene-defaults';
import { fence, lattice } from './shapes';
import type { Solid, Surface } from './solid';
import { times } from './times';

/** Rows of white storage cabinets on plinths, fire walls between some of them, and a substation behind. */
export function storageCabinets(random: Random): Scene {
  const hill: Surface = { paint: gravel, bump: [1, 1] };
  const woods: Surface = {
    ...hill,
    paint: overlay(gravel, () => true, cladding([0.045, 0.09, 0.035], 40)),
    bump: [2, 4],
  };
  const wall: Surface = { paint: concrete([0.43, 0.42, 0.4]), bump: [0.2, 0.05] };
  return {
    ...outdoors,
    sky: { ...clearSky, seed: 120, cover: 0.35 },
    sun: [-0.5, 0.74, -0.55],
    eye: [-1.1, 2.3, -7],
    lookAt: [0.5, 2.2, 20],
    view: 54,
    solids: [
      level(0, {
        paint: overlay(gravel, (hit) => Math.abs(hit.x) < 2, concrete([0.38, 0.37, 0.35], 4)),
        bump: [0.8, 0.08],
      }),
      ...times(7, (row) => [
        ...cabinet(-6.6, 4 + row * 5.4),
        ...cabinet(6.6, 4 + row * 5.4),
        ...cabinet(-14.6, 4 + row * 5.4),
        ...cabinet(14.6, 4 + row * 5.4),
      ]).flat(),
      ...times(3, (i) => [-6.6, 6.6].map((x) => box([x, 0, 6.7 + i * 10.8], [6.6, 3.8, 0.22], wall))).flat(),
      ...fence([-30, 0, 50], 60, 2, paint(green)),
      ...times(5, (i) => [
        ...lattice([-16 + i * 8, 0, 62], [-16 + i * 8, 11, 62], 0.8, paint(paleGrey)),
        rod([-16 + i * 8, 10.4, 62], [-12 + i * 8, 9.6, 62], 0.05, paint(darkGrey)),
        rod([-12 + i * 8, 9.6, 62], [-8 + i * 8, 10.4, 62], 0.05, paint(darkGrey)),
      ]).flat(),
      bar([-16, 11, 62], [16, 11, 62], 0.5, paint(paleGrey)),
      box([4, 0, 58], [5, 3.4, 3], paint([0.35, 0.38, 0.38])),
      ...times(3, (i) =>
        rod([2.6 + i * 1.4, 3.4, 58], [2.6 + i * 1.4, 5, 58], 0.14, paint([0.4, 0.14, 0.07])),
      ),
      ...times(6, (i) =>
        ball([-170 + i * 70 + random() * 30, -8, 230 + random() * 60], [80, 30 + random() * 26, 50], woods),
      ),
    ],
  };
}

/** A cabinet 6 metres long with louvred doors, a green stripe and two coolers on its end. */
function cabinet(x: number, z: number): readonly Solid[] {
  const skin: Surface = { paint: cladding([0.7, 0.71, 0.7], 0.5), gloss: 0.08 };
  return [
    box([x, 0, z], [6.4, 0.4, 2.7], { paint: concrete([0.4, 0.39, 0.37]) }),
    box([x, 0.4, z], [6.06, 2.7, 2.44], skin),
    box([x, 2.55, z], [6.08, 0.22, 2.46], paint([0.03, 0.3, 0.22])),
    ...times(4, (i) =>
      box([x - 2.25 + i * 1.5, 0.75, z - 1.24], [1.1, 1.35, 0.04], {
        paint: cladding([0.5, 0.52, 0.52], 0.1),
      }),
    ),
    ...times(4, (i) =>
      rod([x - 1.8 + i * 1.5, 1.35, z - 1.28], [x - 1.8 + i * 1.5, 1.65, z - 1.28], 0.025, paint(darkGrey)),
    ),
    ...[-1, 1].map((side) => box([x + side * 3.2, 0.7, z], [0.4, 1.7, 1.6], paint([0.22, 0.24, 0.25]))),
    box([x + 2.6, 3.1, z], [0.7, 0.35, 0.9], paint([0.5, 0.52, 0.52])),
  ];
}

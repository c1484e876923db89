import { concrete, overlay, plain, shining } from './paints';
import { blue, darkGrey, paint, paleGrey, red, safetyYellow, steelGrey, white } from './palette';
import { bar, box, level, rod } from './primitives';
import type { Scene } from './scene';
import { indoors } from './scene-defaults';
import { lattice } from './shapes';
import type { Solid, Surface } from './solid';
import { times } from './times';

const lamp: Surface = shining([2.4, 2.4, 2.3]);
const shed = (surface: Surface): Surface => ({ ...surface, castsNoShadow: true });

/** A workshop with milling machines on both sides of a green aisle and an overhead crane. */
export function workshop(): Scene {
  const aisle = (hit: { readonly x: number }): boolean => Math.abs(hit.x) < 1.9;
  const edge = (hit: { readonly x: number }): boolean => Math.abs(Math.abs(hit.x) - 1.98) < 0.07;
  const floor = overlay(
    overlay(concrete([0.24, 0.26, 0.265], 6), aisle, plain([0.09, 0.25, 0.17], 0.2, 2)),
    edge,
    plain([0.7, 0.46, 0.05], 0.2),
  );
  const roof = shed({ paint: plain([0.42, 0.44, 0.45]) });
  const girder = shed(paint([0.68, 0.42, 0.03]));
  return {
    ...indoors,
    eye: [0.7, 1.75, -9],
    lookAt: [-0.5, 3.6, 20],
    solids: [
      level(0, { paint: floor, gloss: 0.22 }),
      box([0, 11.2, 30], [27, 0.3, 86], roof),
      box([-12.6, 0, 30], [0.3, 12, 86], shed({ paint: plain([0.56, 0.59, 0.61]) })),
      box([12.6, 0, 30], [0.3, 12, 86], shed({ paint: plain([0.56, 0.59, 0.61]) })),
      box([0, 0, 72], [27, 12, 0.3], shed({ paint: plain([0.52, 0.55, 0.57]) })),
      box([0, 0, 71.8], [7, 6, 0.1], shining([1.5, 1.6, 1.7])),
      ...times(9, (i) => [
        ...lattice([-12.4, 10.2, i * 8 - 4], [12.4, 10.2, i * 8 - 4], 1, shed(paint(paleGrey))),
        ...[-12.2, 12.2].map((x) => bar([x, 0, i * 8 - 4], [x, 11, i * 8 - 4], 0.45, shed(paint(blue)))),
        ...[-6.5, 0, 6.5].map((x) => box([x, 9.3, i * 8], [0.5, 0.08, 3.6], lamp)),
      ]).flat(),
      ...[-12, 12].flatMap((x) => [
        bar([x, 7.5, -12], [x, 7.5, 72], 0.5, girder),
        ...times(9, (i) => box([x * 1.035, 3.6, i * 8], [0.05, 2.2, 5], shining([1.1, 1.2, 1.35]))),
      ]),
      bar([-12, 8.2, 26], [12, 8.2, 26], 0.9, girder),
      bar([-12, 8.2, 28.2], [12, 8.2, 28.2], 0.9, girder),
      box([3.4, 8.5, 27.1], [2, 0.9, 2.6], shed(paint(red))),
      rod([3.4, 4.6, 27.1], [3.4, 8.5, 27.1], 0.05, paint(darkGrey)),
      box([3.4, 3.9, 27.1], [0.5, 0.8, 0.4], paint(safetyYellow)),
      ...times(5, (i) => [...mill(-7, 3 + i * 11, 1), ...mill(7, 6 + i * 11, -1)]).flat(),
      ...times(6, (i) =>
        box([i % 2 === 0 ? -2.9 : 3, 0, -1 + i * 9], [0.9, 0.9, 0.7], paint([0.5, 0.12, 0.05])),
      ),
    ],
  };
}

/** A gantry milling machine: bed, table with a work-piece, two columns, crossbeam, spindle and cabinet. */
function mill(x: number, z: number, side: 1 | -1): readonly Solid[] {
  const cast = paint([0.24, 0.33, 0.36]);
  return [
    box([x, 0, z], [2.2, 0.8, 7], paint(steelGrey)),
    box([x, 0.8, z - 0.8], [1.8, 0.22, 4], paint(paleGrey)),
    box([x, 1.02, z - 1.4], [1.1, 0.55, 1.8], { paint: plain([0.4, 0.38, 0.36]), gloss: 0.3 }),
    ...[-1.7, 1.7].map((d) => box([x + d, 0, z + 0.6], [0.9, 4, 1.3], cast)),
    box([x, 3, z + 0.4], [4.3, 1, 1.1], cast),
    box([x + 0.2, 2.2, z - 0.4], [0.9, 2.1, 0.7], paint(white)),
    rod([x + 0.2, 1.7, z - 0.4], [x + 0.2, 2.2, z - 0.4], 0.16, paint(darkGrey)),
    box([x, 3.45, z - 0.18], [4.32, 0.16, 0.04], paint(blue)),
    box([x + side * 3.4, 0, z + 2.2], [0.8, 2.1, 1.8], paint([0.42, 0.45, 0.46])),
    box([x + side * 2.6, 1, z - 2], [0.5, 0.7, 0.2], paint(darkGrey), 0.5),
    bar([x + side * 2.5, 0, z - 2], [x + side * 2.5, 1.2, z - 2], 0.1, paint(darkGrey)),
  ];
}

import type { Random } from '../seeded-random';
import { concrete, overlay, plain, shining } from './paints';
import { blue, orange, paint, paleGrey, white, wood } from './palette';
import { bar, box, level } from './primitives';
import type { Scene } from './scene';
import { indoors } from './scene-defaults';
import type { Solid, Surface, Vec } from './solid';
import { times } from './times';

const card: readonly Vec[] = [
  [0.42, 0.28, 0.15],
  [0.5, 0.35, 0.2],
  [0.36, 0.24, 0.13],
  [0.55, 0.55, 0.53],
  [0.13, 0.2, 0.28],
];

/** A narrow aisle between racks of five levels, boxes of several makes mixed on them. */
export function warehouseRacks(random: Random): Scene {
  const mark = (hit: { readonly x: number }): boolean => Math.abs(Math.abs(hit.x) - 1.05) < 0.06;
  const floor = overlay(concrete([0.4, 0.41, 0.4], 5), mark, plain([0.72, 0.46, 0.04], 0.2));
  const shed = (colour: Vec): Surface => ({ paint: plain(colour), castsNoShadow: true });
  const lamp: Surface = shining([2.2, 2.2, 2.1]);
  return {
    ...indoors,
    eye: [0.25, 1.7, -3.2],
    lookAt: [-0.1, 3, 16],
    view: 58,
    ambient: [0.6, 0.62, 0.64],
    solids: [
      level(0, { paint: floor, gloss: 0.25 }),
      box([0, 10.5, 24], [30, 0.3, 70], shed([0.4, 0.42, 0.43])),
      box([0, 0, 58], [30, 11, 0.3], shed([0.58, 0.6, 0.61])),
      ...[-14, 14].map((x) => box([x, 0, 24], [0.3, 11, 70], shed([0.5, 0.52, 0.53]))),
      box([0, 0, 57.7], [2.2, 2.5, 0.1], shed([0.04, 0.26, 0.14])),
      ...times(10, (i) => box([0, 9.9, i * 6 - 4], [0.35, 0.08, 3.4], lamp)),
      ...times(10, (i) => box([7, 9.9, i * 6 - 4], [0.35, 0.08, 3.4], lamp)),
      ...[-1, 1].flatMap((side) => times(16, (bay) => rackBay(side * 2, -4 + bay * 3, random)).flat()),
      ...times(4, (i) => box([1.42, 0, 3 + i * 0.02], [0.5, 0.42, 0.6], shed(card[i] ?? wood))),
    ],
  };
}

/** One bay of 2.9 metres: two posts, five levels of beams, pallets with boxes. */
function rackBay(x: number, z: number, random: Random): readonly Solid[] {
  const steel = paint(blue);
  const posts = [-0.5, 0.5].map((d) => bar([x + d, 0, z], [x + d, 8.6, z], 0.1, steel));
  const beams = times(5, (n) => {
    const y = 0.14 + n * 1.7;
    return [
      ...[-0.5, 0.5].map((d) => bar([x + d, y, z], [x + d, y, z + 3], 0.12, paint(orange))),
      ...[0.75, 2.2].flatMap((at) => (random() < 0.1 ? [] : pallet(x, y + 0.06, z + at, random))),
    ];
  }).flat();
  return [...posts, ...beams, box([x, 0, z], [0.1, 1, 0.18], paint([0.72, 0.46, 0.04]))];
}

function pallet(x: number, y: number, z: number, random: Random): readonly Solid[] {
  const timber: Surface = { paint: plain(wood, 0.3, 0.3) };
  const colour = card[Math.floor(random() * card.length)] ?? wood;
  const rows = 1 + Math.floor(random() * 3);
  return [
    box([x, y, z], [1, 0.13, 1.25], timber),
    ...times(rows * 4, (i) =>
      box(
        [
          x - 0.24 + (i % 2) * 0.48,
          y + 0.13 + Math.floor(i / 4) * 0.42,
          z - 0.3 + (Math.floor(i / 2) % 2) * 0.6,
        ],
        [0.46, 0.4, 0.57],
        { paint: plain(colour, 0.16, 0.6) },
      ),
    ),
    ...(random() < 0.4 ? [box([x, y + 0.2, z - 0.02], [1.0, 0.16, 0.2], { paint: plain(white) })] : []),
    ...(random() < 0.3
      ? [box([x, y + 0.13, z], [1.02, rows * 0.4, 1.2], { paint: plain(paleGrey, 0.2, 0.4), gloss: 0.4 })]
      : []),
  ];
}

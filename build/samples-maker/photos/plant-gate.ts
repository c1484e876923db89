import type { Random } from '../seeded-random';
import { cladding, overlay, plain, windowed } from './paints';
import { asphalt, grass, paint, steelGrey, white } from './palette';
import { bar, box, level, rod } from './primitives';
import type { Scene } from './scene';
import { outdoors } from './scene-defaults';
import { hall, tree } from './shapes';
import type { Hit, Surface, Vec } from './solid';
import { times } from './times';

/** The road of a plant with two halls and young trees. */
export function plantGate(random: Random): Scene {
  const onRoad = (hit: Hit): boolean => Math.abs(hit.x) < 5;
  const onKerb = (hit: Hit): boolean => Math.abs(Math.abs(hit.x) - 5.15) < 0.15;
  const onLine = (hit: Hit): boolean => Math.abs(hit.x) < 0.09 && ((hit.z % 9) + 9) % 9 < 5;
  const road = overlay(
    overlay(overlay(grass, onRoad, asphalt), onKerb, plain([0.55, 0.55, 0.53])),
    onLine,
    plain([0.75, 0.75, 0.72], 0.3, 0.4),
  );
  const bands = [
    { sill: 1.3, height: 1.7, pitch: 4.2, width: 3 },
    { sill: 6.4, height: 1.1, pitch: 4.2, width: 3.4 },
  ];
  const wall = (colour: Vec): Surface => ({ paint: windowed(cladding(colour), bands), gloss: 0.12 });
  const roof: Surface = { paint: cladding([0.2, 0.33, 0.5], 0.6), gloss: 0.25 };
  return {
    ...outdoors,
    eye: [-3.1, 1.75, -14],
    lookAt: [2.2, 4, 30],
    solids: [
      level(0, { paint: road, bump: [0.5, 0.05] }),
      ...hall([21, 0, 26], [22, 9.5, 54], wall([0.62, 0.64, 0.64]), roof),
      box([10.2, 0, 12], [0.9, 4.6, 5.2], { paint: cladding([0.12, 0.28, 0.5], 0.5) }),
      box([9.4, 4.6, 12], [2.6, 0.25, 6.2], { paint: plain(white) }),
      ...hall([-24, 0, 48], [22, 8.5, 46], wall([0.46, 0.53, 0.58]), roof),
      ...hall([14, 0, 104], [60, 12, 30], wall([0.6, 0.6, 0.57]), roof),
      rod([-26, 0, 86], [-26, 26, 86], 1, { paint: plain([0.6, 0.58, 0.55]) }),
      ...times(7, (i) => tree([-8.2 + random() * 0.5, 0, -2 + i * 9], 4.6 + random() * 1.6, random)).flat(),
      ...times(6, (i) => tree([7.4, 0, 6 + i * 10.5], 2.8 + random(), random)).flat(),
      ...times(5, (i) => [
        rod([6.2, 0, 2 + i * 20], [6.2, 7, 2 + i * 20], 0.09, paint(steelGrey)),
        bar([6.2, 7, 2 + i * 20], [4.4, 7.25, 2 + i * 20], 0.12, paint(steelGrey)),
      ]).flat(),
    ],
  };
}

import type { Random } from '../seeded-random';
import { cladding, loose, overlay, plain } from './paints';
import { asphalt, blue, clearSky, paint, red, safetyYellow, white, wood } from './palette';
import { box, level, rod } from './primitives';
import type { Scene } from './scene';
import { outdoors } from './scene-defaults';
import { hall, tree } from './shapes';
import type { Solid, Surface } from './solid';
import { times } from './times';

/** A fire lane beside a cold store, half blocked by stacks of pallets; a hydrant stands behind them. */
export function blockedLane(random: Random): Scene {
  const edge = (hit: { readonly x: number }): boolean => Math.abs(Math.abs(hit.x) - 2.6) < 0.08;
  const hatch = (hit: { readonly x: number; readonly z: number }): boolean =>
    Math.abs(hit.x) < 2.5 && (((hit.z + hit.x) % 3) + 3) % 3 < 0.22 && hit.z > 1 && hit.z < 22;
  const yellow = plain([0.66, 0.42, 0.03], 0.5, 0.35);
  return {
    ...outdoors,
    sky: { ...clearSky, seed: 150, cover: 0.5 },
    sun: [0.45, 0.78, -0.5],
    eye: [-1.2, 1.65, -2.6],
    lookAt: [0.75, 1.75, 10],
    view: 54,
    solids: [
      level(0, { paint: overlay(overlay(asphalt, hatch, yellow), edge, yellow), bump: [0.5, 0.04] }),
      ...hall(
        [-21, 0, 32],
        [34, 11, 80],
        { paint: cladding([0.64, 0.66, 0.66], 0.9), gloss: 0.1 },
        { paint: cladding([0.3, 0.4, 0.5], 0.6) },
      ),
      box([-4, 2.2, 32], [0.1, 0.7, 80], paint(blue)),
      ...times(6, (i) => [
        box([-3.9, 0.9, 4 + i * 9], [0.3, 3.4, 3.2], { paint: cladding([0.3, 0.33, 0.36], 0.5) }),
        box([-3.5, 4.4, 4 + i * 9], [1.6, 0.16, 3.8], paint(white)),
      ]).flat(),
      ...times(17, (i) =>
        palletStack(
          1.7 + (i % 2) * 1.35,
          3.2 + Math.floor(i / 2) * 1.65,
          5 + Math.floor(random() * 9),
          random,
        ),
      ).flat(),
      ...palletStack(0.1, 8.4, 4, random),
      ...palletStack(-0.3, 12.8, 7, random),
      ...[0, 1, 2].map((i) =>
        rod([0.2 + i * 0.24, 0.13, 4.4], [0.2 + i * 0.24, 1.1 + random() * 0.2, 4.5], 0.11, {
          paint: plain([0.62, 0.66, 0.68], 0.2),
          gloss: 0.4,
        }),
      ),
      ...hydrant(4.9, 9),
      ...hall(
        [17, 0, 60],
        [22, 8, 46],
        { paint: cladding([0.42, 0.5, 0.56]) },
        { paint: cladding([0.2, 0.3, 0.42], 0.6) },
      ),
      ...times(6, (i) => tree([6.6 + random(), 0, 6 + i * 7], 4 + random() * 2, random)).flat(),
      box([7.6, 0, 30], [3, 0.14, 70], {
        paint: loose([0.06, 0.12, 0.03], [0.14, 0.16, 0.06], 5, 0.12),
        bump: [1.4, 0.12],
      }),
    ],
  };
}

function palletStack(x: number, z: number, count: number, random: Random): readonly Solid[] {
  const timber: Surface = { paint: plain(wood, 0.5, 0.25) };
  const old: Surface = { paint: plain([0.3, 0.24, 0.17], 0.4, 0.25) };
  return times(count, (level) => {
    const surface = random() < 0.6 ? timber : old;
    const dx = x + (random() - 0.5) * 0.07;
    const dz = z + (random() - 0.5) * 0.07;
    const y = level * 0.155;
    return [
      ...[-0.52, 0, 0.52].map((d) => box([dx + d, y, dz], [0.12, 0.1, 1.2], surface)),
      ...times(5, (i) => box([dx, y + 0.1, dz - 0.53 + i * 0.265], [1.2, 0.03, 0.17], surface)),
    ];
  }).flat();
}

function hydrant(x: number, z: number): readonly Solid[] {
  return [
    rod([x, 0, z], [x, 1, z], 0.13, paint(red)),
    rod([x, 1, z], [x, 1.12, z], 0.18, paint(red)),
    rod([x - 0.3, 0.72, z], [x + 0.3, 0.72, z], 0.08, paint(red)),
    rod([x + 0.8, 0, z], [x + 0.8, 2, z], 0.04, paint(safetyYellow)),
    box([x + 0.8, 1.6, z], [0.6, 0.6, 0.03], paint(red)),
  ];
}

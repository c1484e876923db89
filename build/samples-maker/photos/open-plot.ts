import type { Random } from '../seeded-random';
import { cladding, loose, overlay, plain, windowed, type WindowBand } from './paints';
import { darkGrey, hazySky, paint, soil } from './palette';
import { ball, bar, box, level, rod } from './primitives';
import type { Scene } from './scene';
import { outdoors } from './scene-defaults';
import { tree } from './shapes';
import type { Surface } from './solid';
import { times } from './times';

/** An open plot behind a hoarding: grass, two power poles and a shed. */
export function openPlot(random: Random): Scene {
  const pole: Surface = { paint: plain([0.42, 0.41, 0.39]) };
  const poles = [-9, 15, 39].map((x) => [x, 44 + x * 0.25] as const);
  const ground = loose([0.17, 0.19, 0.06], [0.31, 0.22, 0.12], 6, 0.16);
  return {
    ...outdoors,
    sky: { ...hazySky, seed: 31, cover: 0.62 },
    sun: [-0.6, 0.6, -0.4],
    eye: [0, 1.9, -8],
    lookAt: [3, 4.6, 34],
    solids: [
      level(0, {
        paint: overlay(ground, (hit) => Math.abs(hit.x + 4 + hit.z * 0.12) < 1.6, soil),
        bump: [1.5, 0.2],
      }),
      ...poles.flatMap(([x, z]) => [
        rod([x, 0, z], [x, 13, z], 0.2, pole),
        bar([x - 1.4, 12.2, z], [x + 1.4, 12.2, z], 0.16, pole),
        ...[-1.2, 0, 1.2].map((d) => rod([x + d - 24, 12.5, z - 6], [x + d, 12.5, z], 0.03, paint(darkGrey))),
      ]),
      box([-13, 0, 38], [16, 2.6, 7], { paint: plain([0.34, 0.36, 0.33], 0.3) }),
      box([-13, 2.6, 38], [17, 0.2, 8], { paint: cladding([0.2, 0.34, 0.5], 0.5) }),
      ...times(26, (i) =>
        box([-30 + i * 3.05, 0, 62], [3, 2.4, 0.08], {
          paint: plain(i % 4 === 3 ? [0.66, 0.67, 0.66] : [0.07, 0.25, 0.42]),
        }),
      ),
      ...times(90, () => {
        const r = 0.14 + random() * 0.3;
        return ball([-16 + random() * 34, r * 0.3, 1 + random() * 30], [r * 1.4, r * 1.2, r * 1.4], {
          paint: loose([0.1, 0.14, 0.03], [0.25, 0.22, 0.08], 0.6, 0.07),
          bump: [2.6, 0.09],
        });
      }),
      ...times(11, (i) =>
        tree([-60 + i * 12 + random() * 5, 0, 82 + random() * 18], 7 + random() * 5, random),
      ).flat(),
      box([46, 0, 120], [16, 46, 12], { paint: windowed(plain([0.5, 0.46, 0.4]), floors(15)) }),
      box([66, 0, 128], [16, 40, 12], { paint: windowed(plain([0.5, 0.46, 0.4]), floors(13)) }),
    ],
  };
}

const floors = (count: number): readonly WindowBand[] =>
  times(count, (i) => ({ sill: 1.2 + i * 3, height: 1.5, pitch: 3.4, width: 1.9 }));

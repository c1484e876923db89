import type { Random } from '../seeded-random';
import { cladding, loose, overlay, plain, windowed } from './paints';
import { hazySky, paint, red, yard } from './palette';
import { box, level, rod } from './primitives';
import type { Scene } from './scene';
import { outdoors } from './scene-defaults';
import { hall, lattice } from './shapes';
import type { Solid, Surface } from './solid';
import { times } from './times';

/** Pipes piled five high in a yard. */
export function pipeYard(random: Random): Scene {
  const shell: Surface = {
    paint: loose([0.46, 0.45, 0.42], [0.37, 0.36, 0.34], 0.8, 0.06),
    bump: [0.25, 0.04],
  };
  const mouth: Surface = { paint: plain([0.025, 0.025, 0.028]) };
  const pile = (x: number, z: number, rows: number, wide: number, r: number): readonly Solid[] =>
    times(rows, (row) =>
      times(wide - row, (i) => {
        const cx = x + (i + row / 2) * r * 2.03;
        const cy = r + row * r * 1.76;
        const front = z + (random() - 0.5) * 0.4;
        return [
          rod([cx, cy, front], [cx, cy, front + 9], r, shell),
          rod([cx, cy, front - 0.004], [cx, cy, front + 0.5], r * 0.8, mouth),
        ];
      }).flat(),
    ).flat();
  return {
    ...outdoors,
    sky: { ...hazySky, seed: 5 },
    sun: [-0.7, 0.62, -0.62],
    eye: [-5.4, 1.7, -6.5],
    lookAt: [1.8, 2.1, 8],
    solids: [
      level(0, {
        paint: overlay(yard, (hit) => hit.x < -4.6 && hit.x > -4.85, plain([0.7, 0.45, 0.05], 0.3, 0.4)),
        bump: [0.3, 0.05],
      }),
      ...pile(-3, 4, 5, 9, 0.42),
      ...pile(6.2, 5, 4, 8, 0.42),
      ...pile(-16, 14, 3, 9, 0.5),
      ...hall(
        [6, 0, 46],
        [54, 10, 26],
        { paint: windowed(cladding([0.55, 0.57, 0.57]), [{ sill: 6, height: 1.6, pitch: 6, width: 4.6 }]) },
        { paint: cladding([0.16, 0.28, 0.42], 0.6) },
      ),
      ...lattice([-14, 9.5, 22], [26, 9.5, 22], 1.3, paint([0.66, 0.4, 0.03])),
      ...lattice([-13, 0, 22], [-13, 9.5, 22], 0.9, paint([0.66, 0.4, 0.03])),
      ...lattice([25, 0, 22], [25, 9.5, 22], 0.9, paint([0.66, 0.4, 0.03])),
      box([4, 8, 22], [2.2, 1.2, 1.6], paint(red)),
    ],
  };
}

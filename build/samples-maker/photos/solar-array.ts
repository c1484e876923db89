import type { Random } from '../seeded-random';
import { latticeValue } from './noise';
import { loose, plain, solarCells } from './paints';
import { clearSky, paint } from './palette';
import { ball, box, level, rod, slabs } from './primitives';
import type { Scene } from './scene';
import { outdoors } from './scene-defaults';
import { tree } from './shapes';
import { times } from './times';

/** Rows of solar panels on posts over still water, with a service walkway between them. */
export function solarArray(random: Random): Scene {
  const tilt = 0.3;
  const rows = times(12, (row) => row * 6.4 + 4);
  const post = paint([0.5, 0.52, 0.53]);
  const slope = (hit: { readonly z: number }): number => {
    const row = Math.round((hit.z - 4) / 6.4);
    return (hit.z - 4 - row * 6.4) / Math.cos(tilt) + 2.1;
  };
  const cells = { paint: solarCells(0.42, slope), gloss: 0.55 };
  const shore = { paint: loose([0.05, 0.1, 0.03], [0.1, 0.15, 0.05], 9, 2), bump: [1.6, 3] as const };
  const panels = (z: number, x: number) => [
    slabs(
      [x, 2.3, z],
      [1, 0, 0],
      [0, Math.cos(tilt), -Math.sin(tilt)],
      [0, Math.sin(tilt), Math.cos(tilt)],
      [22, 0.04, 2.1],
      cells,
    ),
    ...times(9, (i) => rod([x - 20 + i * 5, -1, z], [x - 20 + i * 5, 2.2, z], 0.1, post)),
    box([x, 2.05, z + 0.6], [44, 0.12, 0.1], post),
  ];
  return {
    ...outdoors,
    sky: { ...clearSky, seed: 77, cover: 0.5 },
    sun: [0.5, 0.66, -0.62],
    eye: [-2.6, 5.6, -8],
    lookAt: [1.4, 1.8, 20],
    solids: [
      level(0, {
        paint: loose([0.05, 0.075, 0.07], [0.045, 0.065, 0.065], 9, 1),
        gloss: 0.8,
        bump: [0.07, 0.6],
      }),
      box([0, -0.1, 40], [1.5, 0.5, 96], { paint: plain([0.44, 0.42, 0.38], 0.2) }),
      ...rows.flatMap((z) => [...panels(z, -24), ...panels(z, 24)]),
      ball([0, -4, 190], [210, 13, 40], shore),
      ball([-120, -6, 260], [150, 34, 60], shore),
      ...times(26, (i) =>
        tree([-110 + i * 9 + random() * 6, 0, 116 + random() * 16], 5 + latticeValue(i, 1, 1) * 5, random),
      ).flat(),
    ],
  };
}

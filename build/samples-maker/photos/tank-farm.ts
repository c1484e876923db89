import { concrete, overlay, plain } from './paints';
import { darkGrey, eveningSky, gravel, paint, safetyYellow, yard } from './palette';
import { ball, bar, box, level, rod } from './primitives';
import type { Scene } from './scene';
import { outdoors } from './scene-defaults';
import { fence, lattice } from './shapes';
import type { Solid, Surface } from './solid';
import { times } from './times';

/** Eight storage tanks behind a bund wall, with ladders and a pipe rack, towards evening. */
export function tankFarm(): Scene {
  const shell: Surface = { paint: bandedShell, gloss: 0.16 };
  const bund: Surface = { paint: concrete([0.4, 0.39, 0.37]), bump: [0.25, 0.05] };
  const pipe = paint([0.5, 0.52, 0.53]);
  return {
    ...outdoors,
    sky: eveningSky,
    sun: [-0.8, 0.42, -0.45],
    sunColour: [1.95, 1.5, 1.08],
    ambient: [0.56, 0.6, 0.72],
    eye: [-6.5, 2.1, -12],
    lookAt: [2.4, 4.2, 14],
    view: 52,
    solids: [
      level(0, { paint: overlay(yard, (hit) => hit.z > 2.4, gravel), bump: [0.4, 0.07] }),
      ...times(8, (i) =>
        tank(-9 + (i % 4) * 8, 9 + Math.floor(i / 4) * 10, i % 4 === 2 ? 7.4 : 9.2, shell),
      ).flat(),
      box([4, 0, 2.6], [40, 1.25, 0.3], bund),
      box([-16, 0, 13.5], [0.3, 1.25, 22], bund),
      ...fence([-16, 1.25, 2.6], 40, 0.9, paint(safetyYellow)),
      ...times(4, (i) =>
        rod(
          [-16, 0.5 + i * 0.32, 1.9],
          [24, 0.5 + i * 0.32, 1.9],
          0.11,
          i === 2 ? paint([0.46, 0.1, 0.05]) : pipe,
        ),
      ),
      ...times(9, (i) => bar([-15 + i * 4.6, 0, 1.9], [-15 + i * 4.6, 1.75, 1.9], 0.14, paint(darkGrey))),
      ...lattice([-20, 7.5, 31], [34, 7.5, 31], 1.1, pipe),
      ...times(6, (i) => bar([-19 + i * 10, 0, 31], [-19 + i * 10, 8, 31], 0.4, pipe)),
      ...times(3, (i) => rod([-20, 8.4, 30.4 + i * 0.6], [34, 8.4, 30.4 + i * 0.6], 0.22, pipe)),
      rod([30, 0, 52], [30, 31, 52], 1.1, { paint: plain([0.6, 0.58, 0.56]) }),
      box([-2, 0, 58], [54, 12, 18], { paint: concrete([0.5, 0.5, 0.48]) }),
    ],
  };
}

/** Courses of plate with their welds, and a blue band near the top. */
const bandedShell: Surface['paint'] = (hit, out) => {
  const base =
    hit.y > 6 && hit.y < 6.7 ? plain([0.07, 0.2, 0.42], 0.1) : plain([0.62, 0.63, 0.62], 0.14, 2.4);
  base(hit, out);
  if (((hit.y % 1.6) + 1.6) % 1.6 > 0.05) return;
  for (let i = 0; i < 3; i += 1) out[i as 0 | 1 | 2] *= 0.82;
};

function tank(x: number, z: number, height: number, shell: Surface): readonly Solid[] {
  const r = 2.9;
  const rail = paint(safetyYellow);
  return [
    rod([x, 0, z], [x, 0.4, z], r + 0.35, { paint: concrete([0.42, 0.41, 0.39]) }),
    rod([x, 0.4, z], [x, height, z], r, shell),
    ball([x, height, z], [r, 0.8, r], shell),
    ...times(14, (i) => {
      const turn = (i / 14) * Math.PI * 2;
      const next = ((i + 1) / 14) * Math.PI * 2;
      const [cx, cz] = [x + Math.cos(turn) * r, z + Math.sin(turn) * r];
      const [dx, dz] = [x + Math.cos(next) * r, z + Math.sin(next) * r];
      return [
        rod([cx, height - 0.1, cz], [cx, height + 1, cz], 0.035, rail),
        rod([cx, height + 1, cz], [dx, height + 1, dz], 0.035, rail),
        rod([cx, height + 0.5, cz], [dx, height + 0.5, dz], 0.025, rail),
      ];
    }).flat(),
    ...[-0.25, 0.25].map((d) =>
      rod([x - 1 + d, 0.3, z - r - 0.15], [x - 1 + d, height + 0.6, z - r - 0.15], 0.035, rail),
    ),
    ...times(Math.floor(height / 0.33), (i) =>
      rod([x - 1.25, 0.5 + i * 0.33, z - r - 0.15], [x - 0.75, 0.5 + i * 0.33, z - r - 0.15], 0.02, rail),
    ),
    rod([x + 0.8, 0.8, z - r - 1.2], [x + 0.8, 0.8, z - r + 0.3], 0.14, paint([0.5, 0.52, 0.53])),
    rod([x + 0.8, 0.8, z - r - 0.7], [x + 0.8, 1.3, z - r - 0.7], 0.05, paint([0.46, 0.05, 0.04])),
  ];
}

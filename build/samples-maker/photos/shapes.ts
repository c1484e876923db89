import { leaves, safetyYellow, paint } from './palette';
import { plain } from './paints';
import { ball, bar, box, rod, slabs } from './primitives';
import type { Solid, Surface, Vec } from './solid';
import type { Random } from '../seeded-random';

/** A hall with a low gable roof; `size` is width (x), height of the eaves, and depth (z). */
export function hall(foot: Vec, size: Vec, wall: Surface, roof: Surface): readonly Solid[] {
  const [w, h, d] = size;
  const [x, y, z] = foot;
  const rise = w * 0.07;
  const slope = Math.atan2(rise, w / 2);
  const half = Math.sqrt(rise * rise + (w / 2) ** 2) / 2 + 0.35;
  const side = (sign: 1 | -1): Solid =>
    slabs(
      [x + (sign * w) / 4, y + h + rise / 2 + 0.1, z],
      [Math.cos(slope), -sign * Math.sin(slope), 0],
      [sign * Math.sin(slope), Math.cos(slope), 0],
      [0, 0, 1],
      [half, 0.14, d / 2 + 0.5],
      roof,
    );
  const gable = Array.from({ length: 6 }, (_, i) =>
    box([x, y + h + (rise * i) / 6, z], [w * (1 - i / 6) - 0.4, rise / 6, d], wall),
  );
  return [box(foot, size, wall), ...gable, side(1), side(-1)];
}

/** A tree of some balls of leaves; `height` in metres. */
export function tree(foot: Vec, height: number, random: Random): readonly Solid[] {
  const bark: Surface = { paint: plain([0.1, 0.075, 0.05]) };
  const crown: Surface = { paint: leaves, bump: [2.8, height * 0.02] };
  const [x, y, z] = foot;
  const balls = Array.from({ length: 34 }, () => {
    const r = height * (0.055 + 0.075 * random());
    const turn = random() * Math.PI * 2;
    const rise = random();
    const out = height * 0.27 * Math.sqrt(random()) * Math.sqrt(1 - (rise - 0.35) ** 2 * 1.9);
    return ball(
      [x + Math.cos(turn) * out, y + height * (0.4 + 0.52 * rise), z + Math.sin(turn) * out],
      [r * 1.15, r * 0.8, r * 1.15],
      crown,
    );
  });
  return [rod([x, y, z], [x, y + height * 0.6, z], height * 0.022, bark), ...balls];
}

/** A square lattice beam from `a` to `b`: four chords and a zigzag on every side. */
export function lattice(a: Vec, b: Vec, width: number, surface: Surface): readonly Solid[] {
  const upright = Math.abs(b[1] - a[1]) > Math.abs(b[0] - a[0]) + Math.abs(b[2] - a[2]);
  const h = width / 2;
  const length = Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2 + (b[2] - a[2]) ** 2);
  const bays = Math.max(1, Math.round(length / width));
  const alongX = Math.abs(b[0] - a[0]) >= Math.abs(b[2] - a[2]);
  const corner = (p: Vec, i: number): Vec => {
    const s = i % 4 === 0 || i % 4 === 3 ? -h : h;
    const t = i % 4 < 2 ? -h : h;
    if (upright) return [p[0] + s, p[1], p[2] + t];
    return alongX ? [p[0], p[1] + s, p[2] + t] : [p[0] + t, p[1] + s, p[2]];
  };
  const at = (step: number): Vec => [
    a[0] + ((b[0] - a[0]) * step) / bays,
    a[1] + ((b[1] - a[1]) * step) / bays,
    a[2] + ((b[2] - a[2]) * step) / bays,
  ];
  const thick = width * 0.09;
  const solids: Solid[] = [];
  for (let i = 0; i < 4; i += 1) {
    solids.push(bar(corner(a, i), corner(b, i), thick, surface));
    for (let step = 0; step < bays; step += 1) {
      solids.push(
        bar(
          corner(at(step), i),
          corner(at(step + 1), (i + (step % 2 === 0 ? 1 : 3)) % 4),
          thick * 0.6,
          surface,
        ),
      );
    }
  }
  return solids;
}

/** A tower crane; the jib points along x, to the right when `reach` is positive. */
export function towerCrane(foot: Vec, height: number, reach: number, hook: Vec): readonly Solid[] {
  const steel = paint(safetyYellow);
  const [x, y, z] = foot;
  const top: Vec = [x, y + height, z];
  const peak: Vec = [x, y + height + 7, z];
  const tip: Vec = [x + reach, y + height + 0.5, z];
  const tail: Vec = [x - reach * 0.3, y + height + 0.5, z];
  const cable = { paint: plain([0.03, 0.03, 0.03]) };
  const trolley: Vec = [hook[0], y + height, z];
  return [
    ...lattice(foot, top, 1.8, steel),
    ...lattice(top, tip, 1.3, steel),
    ...lattice(top, tail, 1.3, steel),
    bar(top, peak, 0.5, steel),
    rod(peak, [x + reach * 0.7, y + height + 1, z], 0.06, cable),
    rod(peak, tail, 0.06, cable),
    box([tail[0], tail[1] - 3, z], [3, 3, 1.6], { paint: plain([0.4, 0.4, 0.4]) }),
    box([x + 1.6, y + height - 2.6, z], [1.7, 2.2, 1.7], { paint: plain([0.6, 0.62, 0.62]), gloss: 0.4 }),
    rod(trolley, hook, 0.05, cable),
  ];
}

/** A fence of posts and two rails along x. */
export function fence(from: Vec, length: number, height: number, surface: Surface): readonly Solid[] {
  const posts = Array.from({ length: Math.floor(length / 2.5) + 1 }, (_, i) =>
    rod([from[0] + i * 2.5, from[1], from[2]], [from[0] + i * 2.5, from[1] + height, from[2]], 0.04, surface),
  );
  const rails = [0.5, 0.97].map((share) =>
    rod(
      [from[0], from[1] + height * share, from[2]],
      [from[0] + length, from[1] + height * share, from[2]],
      0.03,
      surface,
    ),
  );
  return [...posts, ...rails];
}

import { skyColour } from './sky';
import type { Scene } from './scene';
import { cross, subtract, unit, type Hit, type Ray, type Rgb } from './solid';
import { solidTree } from './solid-tree';
import { shader } from './shade';
import { softenOcclusion } from './soften-occlusion';

/** Linear light, three numbers a pixel, row by row from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly light: Float32Array;
}

/**
 * Draws a scene by following a ray for every pixel. Ambient shadow is found with few rays and smoothed, and only
 * pixels on an edge are drawn finer: a tenth of the time of doing everything finely, and the eye sees no difference.
 */
export function render(scene: Scene, width: number, height: number): Picture {
  const count = width * height;
  const aim = camera(scene, width, height);
  const tree = solidTree(scene.solids);
  const shade = shader(scene, tree, aim.pixelAngle);
  const ids = new Int32Array(count);
  const depths = new Float32Array(count);
  const occlusion = new Float32Array(count);
  const normals = new Float32Array(count * 3);
  const light = new Float32Array(count * 3);
  const numbers = new Map(scene.solids.map((solid, index) => [solid, index + 1]));
  const ray: Ray = { ox: scene.eye[0], oy: scene.eye[1], oz: scene.eye[2], dx: 0, dy: 0, dz: 0 };
  const hit: Hit = { t: 0, nx: 0, ny: 0, nz: 0, solid: undefined, x: 0, y: 0, z: 0, footprint: 0 };
  const colour: Rgb = [0, 0, 0];

  const look = (x: number, y: number): void => {
    aim.point(x, y, ray);
    hit.t = Infinity;
    hit.solid = undefined;
    tree.trace(ray, hit, false);
  };

  for (let at = 0; at < count; at += 1) {
    look((at % width) + 0.5, Math.floor(at / width) + 0.5);
    if (hit.solid === undefined) continue;
    // Faces of one box differ in their normal: it is folded into the number, so that their edges are found too.
    const face = Math.round(hit.nx * 2) + Math.round(hit.ny * 2) * 5 + Math.round(hit.nz * 2) * 25;
    ids[at] = (numbers.get(hit.solid) ?? 0) * 256 + face + 128;
    depths[at] = hit.t;
    normals.set([hit.nx, hit.ny, hit.nz], at * 3);
    occlusion[at] = shade.occlusion(ray, hit, at);
  }
  softenOcclusion(occlusion, ids, depths, width, height);

  const recall = (at: number): void => {
    aim.point((at % width) + 0.5, Math.floor(at / width) + 0.5, ray);
    hit.solid = scene.solids[((ids[at] ?? 0) >> 8) - 1];
    hit.t = depths[at] ?? Infinity;
    hit.nx = normals[at * 3] ?? 0;
    hit.ny = normals[at * 3 + 1] ?? 0;
    hit.nz = normals[at * 3 + 2] ?? 0;
  };

  for (let at = 0; at < count; at += 1) {
    const x = at % width;
    const y = Math.floor(at / width);
    const rough = isEdge(ids, at, x, y, width, height);
    const samples = rough ? 5 : 1;
    for (let sample = 0; sample < samples; sample += 1) {
      if (rough) look(x + (((sample * 2 + 1) % 5) + 0.5) / 5, y + (sample + 0.5) / 5);
      else recall(at);
      if (hit.solid === undefined) skyColour(scene.sky, shade.sun, ray.dx, ray.dy, ray.dz, colour);
      else shade.colour(ray, hit, ids[at] === 0 ? 1 : (occlusion[at] ?? 1), at * 5 + sample, colour);
      for (let c = 0; c < 3; c += 1) {
        light[at * 3 + c] = (light[at * 3 + c] ?? 0) + (colour[c as 0 | 1 | 2] * scene.exposure) / samples;
      }
    }
  }
  return { width, height, light };
}

function isEdge(ids: Int32Array, at: number, x: number, y: number, width: number, height: number): boolean {
  const id = ids[at];
  const differs = (other: number): boolean => ids[other] !== id;
  if (x > 0 && differs(at - 1)) return true;
  if (x < width - 1 && differs(at + 1)) return true;
  if (y > 0 && differs(at - width)) return true;
  return y < height - 1 && differs(at + width);
}

function camera(scene: Scene, width: number, height: number) {
  const forward = unit(subtract(scene.lookAt, scene.eye));
  const right = unit(cross([0, 1, 0], forward));
  const up = cross(forward, right);
  const scale = Math.tan((scene.view * Math.PI) / 360) / (height / 2);
  return {
    pixelAngle: scale,
    point(px: number, py: number, ray: Ray): void {
      const x = (px - width / 2) * scale;
      const y = (height / 2 - py) * scale;
      const dx = forward[0] + right[0] * x + up[0] * y;
      const dy = forward[1] + right[1] * x + up[1] * y;
      const dz = forward[2] + right[2] * x + up[2] * y;
      const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
      ray.dx = dx / length;
      ray.dy = dy / length;
      ray.dz = dz / length;
    },
  };
}

/** Averages ambient shadow over the neighbourhood of the same face, in place: few rays leave specks. */
export function softenOcclusion(
  values: Float32Array,
  ids: Int32Array,
  depths: Float32Array,
  width: number,
  height: number,
): void {
  for (const step of [1, 3]) {
    const before = values.slice();
    for (let at = 0; at < values.length; at += 1) {
      if (ids[at] === 0) continue;
      values[at] = average(before, ids, depths, at, step, width, height);
    }
  }
}

function average(
  before: Float32Array,
  ids: Int32Array,
  depths: Float32Array,
  at: number,
  step: number,
  width: number,
  height: number,
): number {
  const x = at % width;
  const y = Math.floor(at / width);
  const depth = depths[at] ?? 0;
  let sum = 0;
  let count = 0;
  for (let j = -2; j <= 2; j += 1) {
    const row = y + j * step;
    if (row < 0 || row >= height) continue;
    for (let i = -2; i <= 2; i += 1) {
      const column = x + i * step;
      if (column < 0 || column >= width) continue;
      const other = row * width + column;
      if (ids[other] !== ids[at] || Math.abs((depths[other] ?? 0) - depth) > depth * 0.1) continue;
      sum += before[other] ?? 0;
      count += 1;
    }
  }
  return sum / count;
}

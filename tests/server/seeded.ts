/** Repeatable numbers in [0, 1) from a seed (mulberry32), so that a failing run can be replayed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The seed of this run: XUNJI_SEED, else a new one. Tests print it. */
export function seedOfRun(): number {
  return Number(process.env.XUNJI_SEED ?? Math.floor(Math.random() * 1e9));
}

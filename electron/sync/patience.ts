const waitsMillis = [0, 300, 1000, 2500];

export interface Patience {
  /** The file has come so far. */
  cameTo(offset: number): void;
  /** Whether to try again, after a wait; no when it was cut several times without getting any further. */
  goOn(): Promise<boolean>;
}

/** How often a line that breaks is tried again. */
export function createPatience(wait: (millis: number) => Promise<void>): Patience {
  let farthest = 0;
  let failures = 0;
  return {
    cameTo(offset) {
      if (offset > farthest) failures = 0;
      farthest = Math.max(farthest, offset);
    },
    async goOn() {
      const millis = waitsMillis[failures];
      if (millis === undefined) return false;
      failures += 1;
      if (millis > 0) await wait(millis);
      return true;
    },
  };
}

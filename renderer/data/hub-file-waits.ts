/** Rounds that a file is left alone at the most: with a round every five seconds, two minutes. */
const mostRounds = 24;

/** Which files are asked for in this round: one that neither side had waits longer each time, or hundreds would be asked for for ever. */
export interface HubFileWaits {
  /** Begins a round; gives those of the files whose turn it is. */
  dueOf(files: readonly string[]): readonly string[];
  /** Neither this laptop nor the hub has it. */
  noteMissing(file: string): void;
  noteMoved(file: string): void;
}

export function createHubFileWaits(): HubFileWaits {
  const waits = new Map<string, { readonly length: number; left: number }>();
  return {
    dueOf(files) {
      return files.filter((file) => {
        const wait = waits.get(file);
        return !wait || (wait.left -= 1) < 0;
      });
    },
    noteMissing(file) {
      const length = Math.min(mostRounds, Math.max(1, 2 * (waits.get(file)?.length ?? 0)));
      waits.set(file, { length, left: length });
    },
    noteMoved: (file) => void waits.delete(file),
  };
}

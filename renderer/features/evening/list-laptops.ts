import type { Trace } from '../../data/evening/read-evening';

export interface Laptop {
  readonly device: string;
  /** Whose name stood on its last edit. */
  readonly author: string;
  readonly at: string;
  readonly stops: number;
}

/** The laptops of which something was taken down at these stops, the one that was heard last first. */
export function listLaptops(traces: readonly Trace[], stops: ReadonlySet<string>): readonly Laptop[] {
  const laptops = new Map<string, Laptop>();
  for (const { device, author, stop, at } of traces) {
    if (!stops.has(stop)) continue;
    const known = laptops.get(device);
    const isNewer = at > (known?.at ?? '');
    laptops.set(device, {
      device,
      author: isNewer ? author : (known?.author ?? ''),
      at: isNewer ? at : (known?.at ?? ''),
      stops: (known?.stops ?? 0) + 1,
    });
  }
  return [...laptops.values()].sort((one, other) => (one.at < other.at ? 1 : -1));
}

import type { Change } from '../../../shared/changes/change';
import { type EditContext, makeChange } from '../../../shared/changes/make-change';
import { merge } from '../../../shared/changes/merge';
import type { RecordState } from '../../../shared/changes/record-state';
import type { Json } from '../../../shared/json';
import type { RecordKind } from '../../../shared/records/record-schemas';

export function mergeAll(changes: readonly Change[]): RecordState {
  return changes.reduce<RecordState | undefined>(merge, undefined) as RecordState;
}

/** A laptop that edits one record: what it makes are real changes, what it gets is merged. */
export class Device {
  readonly made: Change[] = [];
  readonly known: Change[] = [];
  state: RecordState | undefined;
  private drawn: number;

  constructor(
    readonly name: string,
    seed: number,
    private readonly kind: RecordKind = 'note',
    private readonly record = 'r1',
  ) {
    this.drawn = Math.imul(seed, 0x9e3779b1);
  }

  edit(values: Readonly<Record<string, Json>>, context: EditContext = {}): Change {
    const author = {
      name: this.name,
      device: this.name,
      clock: () => 1_700_000_000_000,
      random: (length: number) => Uint8Array.from({ length }, () => this.draw()),
    };
    const target = { kind: this.kind, record: this.record, tour: 't1' };
    const change = makeChange(author, target, this.state, values, context);
    this.made.push(change);
    this.take([change]);
    return change;
  }

  /** Mulberry32: the ids of two devices must not be alike. */
  private draw(): number {
    this.drawn = (this.drawn + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.drawn ^ (this.drawn >>> 15), 1 | this.drawn);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 24;
  }

  take(changes: readonly Change[]): void {
    for (const change of changes) {
      this.known.push(change);
      this.state = merge(this.state, change);
    }
  }
}

/** What differs between two replicas must be seen, the order in which their fields came must not. */
export function stateText(state: RecordState): string {
  const fields = Object.entries(state.fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ ...state, fields });
}

import type { Change } from '../../shared/changes/change';

/** A change with its place in its scope: 1, 2, 3 … without a gap. */
export interface NumberedChange {
  readonly number: number;
  readonly change: Change;
}

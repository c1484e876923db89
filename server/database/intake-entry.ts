import type { PlacedChange } from '../changes/numbered-change';
import type { KeptRow, KeptTable } from './kept-tables';

/** Rows of a table beside the log: written over those with the same key, or taken away. */
export interface KeptRows {
  readonly kind: 'rows';
  readonly table: KeptTable;
  readonly put?: readonly KeptRow[];
  readonly remove?: readonly KeptRow[];
}

/**
 * One entry of the intake journal: whatever the embedded database committed. A change stands there as it always did, without
 * a kind, so that journals of every version are read.
 */
export type IntakeEntry = PlacedChange | KeptRows;

export function isKeptRows(entry: IntakeEntry): entry is KeptRows {
  return 'kind' in entry;
}

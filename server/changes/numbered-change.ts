import type { NumberedChange } from '../../shared/sync/server-store';

export type { NumberedChange };

/** With the team that may read it, as `place-records.ts` found it; entries of an older journal or backup do not say. */
export interface PlacedChange extends NumberedChange {
  readonly team?: string;
}

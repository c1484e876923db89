import { createContext, useContext } from 'react';
import type { DraftKind } from './parse-quick-entry';

export type CardKind = DraftKind | 'task' | 'signature';

export interface Removed {
  readonly kind: CardKind;
  readonly id: string;
  readonly tour: string;
  readonly text: string;
}

export const RemovedContext = createContext<(removed: Removed) => void>(() => {});

/** Tells the notice above the list what was deleted. */
export function useSayRemoved(): (removed: Removed) => void {
  return useContext(RemovedContext);
}

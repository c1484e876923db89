import { useState } from 'react';
import type { Json } from '../../shared/json';

/**
 * A stored value that is shown as it was just set, until the database tells the same: of two choices in quick succession the
 * second would otherwise rest on what stood before the first.
 */
export function useAhead<T extends Json>(
  stored: T,
  save: (value: T) => void,
): readonly [T, (value: T) => void] {
  const [ahead, setAhead] = useState<{ readonly value: T } | null>(null);
  if (ahead !== null && JSON.stringify(ahead.value) === JSON.stringify(stored)) setAhead(null);
  return [
    ahead?.value ?? stored,
    (value) => {
      setAhead({ value });
      save(value);
    },
  ];
}

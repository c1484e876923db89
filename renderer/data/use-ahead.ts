import type { Json } from '../../shared/json';
import { type SaveFrom, useObjectField } from './use-object-field';

/**
 * A stored value that is shown as it was just set, until the database tells the same: of two choices in quick succession the
 * second would otherwise rest on what stood before the first. Saved at once; where the disk is full it is tried again, and
 * nothing says 已保存 until it is there.
 */
export function useAhead<T extends Json>(stored: T, save: SaveFrom<T>): readonly [T, (value: T) => void] {
  const { value, set, guards } = useObjectField(stored, save);
  return [
    value,
    (next) => {
      set(next);
      guards.onBlur();
    },
  ];
}

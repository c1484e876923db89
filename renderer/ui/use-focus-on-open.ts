import { useEffect, useRef } from 'react';

interface Focusable {
  focus(): void;
}

/** A ref for the field that a dialog opens for: whoever opened it means to type there. */
export function useFocusOnOpen<T extends Focusable>() {
  const field = useRef<T>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

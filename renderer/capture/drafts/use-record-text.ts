import { type ChangeEvent, useRef, useState } from 'react';
import { type Composed, type TextTarget, useTextField } from '../../data/use-text-field';

type Box = HTMLInputElement | HTMLTextAreaElement;

/** A record that may not exist yet; `write` makes it, but not with an empty text alone: that only takes back what stood there. */
export interface Unborn {
  readonly created: boolean;
  write(text: string): void;
}

/**
 * A text of a record that may still have to be made. Its first committed character makes the record at once, with
 * everything else it needs; from then on the field saves by itself. What is typed stays in the box either way.
 */
export function useRecordText(target: TextTarget, stored: string, unborn: Unborn | null, initial = stored) {
  const field = useTextField(target, stored, unborn !== null);
  const [typed, setTyped] = useState(initial);
  const composing = useRef(false);
  const handsOver = unborn === null || unborn.created;
  return {
    value: unborn === null ? field.value : typed,
    onChange: (event: ChangeEvent<Box>) => {
      setTyped(event.target.value);
      if (handsOver) {
        // The record came into being in the middle of a composition: the field must hear of it before it hears of the letters.
        if (composing.current) field.onCompositionStart();
        field.onChange(event);
      } else if (!composing.current) unborn.write(event.target.value);
    },
    onCompositionStart: () => {
      composing.current = true;
      if (handsOver) field.onCompositionStart();
    },
    onCompositionEnd: (event: Composed) => {
      composing.current = false;
      setTyped(event.currentTarget.value);
      if (handsOver) field.onCompositionEnd(event);
      else unborn.write(event.currentTarget.value);
    },
    onBlur: field.onBlur,
    put: (text: string) => {
      setTyped(text);
      if (handsOver) field.put(text);
      else unborn.write(text);
    },
  };
}

import { useEffect, useRef, useState } from 'react';
import type { Json } from '../../shared/json';
import { useStore } from './store-context';
import { registerUnsaved } from './unsaved-fields';
import type { TextTarget } from './use-text-field';

const pauseMillis = 450;
const retryMillis = 1000;

export interface DraftValue<D> {
  readonly draft: D;
  set(draft: D): void;
  onCompositionStart(): void;
  onCompositionEnd(): void;
  onBlur(): void;
}

/**
 * A field that is no text (a list, a ledger, a position), edited as a draft and saved as one types: soon after the last
 * committed key and when it is left. What `valueOf` answers null to is not a value yet and waits on the screen.
 */
export function useDraftValue<D>(
  target: TextTarget,
  stored: D,
  valueOf: (draft: D) => { readonly value: Json } | null,
): DraftValue<D> {
  const store = useStore();
  const [draft, setDraft] = useState(stored);
  const live = useRef({
    draft: stored,
    committed: stored,
    saved: JSON.stringify(valueOf(stored)),
    composing: false,
    timer: 0,
    release: () => {},
  });
  const flush = useRef(async () => {});
  useEffect(() => {
    flush.current = async () => {
      const now = live.current;
      clearTimeout(now.timer);
      const value = valueOf(now.draft);
      const text = JSON.stringify(value);
      if (now.composing || value === null) return;
      if (text === now.saved) return now.release();
      const { kind, id, tour, field } = target;
      const outcome = await store.save([{ kind, id, tour, values: { [field]: value.value } }]);
      if (!outcome.ok) now.timer = window.setTimeout(() => void flush.current(), retryMillis);
      else {
        now.saved = text;
        if (JSON.stringify(valueOf(now.draft)) === text) now.release();
      }
    };
  });
  useEffect(
    () => () => {
      // Letters that an input method still composes are no words yet: with the field they go, the words before them stay.
      if (live.current.composing) live.current.draft = live.current.committed;
      live.current.composing = false;
      void flush.current();
      // A draft that is no value goes with its field; nothing may wait for it.
      live.current.release();
    },
    [],
  );

  function later() {
    const now = live.current;
    clearTimeout(now.timer);
    if (!now.composing) now.timer = window.setTimeout(() => void flush.current(), pauseMillis);
  }

  return {
    draft,
    set(next) {
      const now = live.current;
      now.draft = next;
      setDraft(next);
      now.release();
      now.release = valueOf(next) === null ? () => {} : registerUnsaved(() => flush.current());
      later();
    },
    onCompositionStart: () => {
      void flush.current();
      live.current.committed = live.current.draft;
      live.current.composing = true;
    },
    onCompositionEnd: () => {
      live.current.composing = false;
      later();
    },
    onBlur: () => void flush.current(),
  };
}

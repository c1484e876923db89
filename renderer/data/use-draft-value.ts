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
 * committed key and when it is left. What `valueOf` answers null to is not a value yet and waits on the screen. What comes from
 * elsewhere is taken over while nothing here waits to be saved, and stays beside what is typed otherwise. `raw` is the value that
 * `stored` was made of.
 */
export function useDraftValue<D>(
  target: TextTarget,
  stored: D,
  valueOf: (draft: D) => { readonly value: Json } | null,
  raw: Json,
): DraftValue<D> {
  const store = useStore();
  const [draft, setDraft] = useState(stored);
  const readOf = useRef(valueOf);
  useEffect(() => {
    readOf.current = valueOf;
  });
  const live = useRef({
    draft: stored,
    committed: stored,
    saved: JSON.stringify(valueOf(stored)),
    /** What the typing goes on from: what lay here before, or was saved last. */
    from: raw,
    /** What was saved here before: it may still be reported, and must not come back. */
    older: new Set<string>(),
    composing: false,
    timer: 0,
    release: () => {},
  });
  const reported = JSON.stringify([stored, raw]);
  useEffect(() => {
    const now = live.current;
    const [next, value] = JSON.parse(reported) as [D, Json];
    const text = JSON.stringify(readOf.current(next));
    if (text === now.saved) now.older.clear();
    const isClean = JSON.stringify(readOf.current(now.draft)) === now.saved;
    if (!isClean || now.composing || text === now.saved || now.older.has(text)) return;
    now.draft = next;
    now.saved = text;
    now.from = value;
    setDraft(next);
  }, [reported]);
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
      const outcome = await store.save([
        { kind, id, tour, values: { [field]: value.value }, from: { [field]: now.from } },
      ]);
      if (!outcome.ok) now.timer = window.setTimeout(() => void flush.current(), retryMillis);
      else {
        now.older.add(now.saved);
        now.saved = text;
        now.from = value.value;
        if (JSON.stringify(valueOf(now.draft)) === text) now.release();
      }
    };
  });
  useEffect(
    () => () => {
      // Letters that an input method still composes are no words yet: with the field they go, the words before them stay.
      if (live.current.composing) live.current.draft = live.current.committed;
      live.current.composing = false;
      // What was typed is saved now, or again and again while the disk is full. A draft that is no value goes with its field: nothing may wait for it.
      if (readOf.current(live.current.draft) === null) live.current.release();
      void flush.current();
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

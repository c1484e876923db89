import { useEffect, useRef, useState } from 'react';
import type { Outcome } from '../../shared/outcome';
import { registerUnsaved } from './unsaved-fields';

export interface ObjectField<T> {
  readonly value: T;
  set(next: T): void;
  /** From what stands here at that moment: for whatever had to wait for something between the look at it and the change. */
  update(make: (now: T) => T): void;
  /** To be spread over what surrounds the inputs: while an input method composes, nothing is saved. */
  readonly guards: {
    onCompositionStart(): void;
    onCompositionEnd(): void;
    onBlur(): void;
  };
}

/** Saves a value that was made from another: what came from elsewhere since stays beside it (see `EditContext`). */
export type SaveFrom<T> = (value: T, from: T) => Promise<Outcome<unknown>>;

const pauseMillis = 450;

const retryMillis = 1000;

/** A value that stood here between two others, and is told of, is told to be over within this time, or came from elsewhere. */
const settleMillis = 1000;

/**
 * A value of several parts that is one field of a record (a partial date, a list of people): saved as a whole soon after the
 * last key, like a text. What comes from elsewhere is taken over only while nothing here waits to be saved. What was saved here is
 * told of later, by a busy window much later: when it has been followed by another save by then, it does not come back, nor for a moment
 * where that other save set it back to what it was.
 */
export function useObjectField<T>(stored: T, save: SaveFrom<T>): ObjectField<T> {
  const [value, setValue] = useState(stored);
  const key = JSON.stringify(stored);
  const live = useRef({
    value: stored,
    /** What was told of last. */
    told: key,
    /** What was saved here, was never told of, and is not what was saved last. */
    older: new Set<string>(),
    /** What was saved here before it was set back to what was told last: it may be told of, followed by that, or never. */
    between: new Set<string>(),
    /** What the typing goes on from: what lay here before, or was saved last. */
    from: stored,
    committed: stored,
    dirty: false,
    composing: false,
    timer: 0,
    settling: 0,
    release: () => {},
  });
  const saving = useRef(save);
  useEffect(() => {
    saving.current = save;
  });
  useEffect(() => {
    const now = live.current;
    now.told = key;
    clearTimeout(now.settling);
    if (now.older.has(key)) return;
    now.older.clear();
    const take = () => {
      now.between.clear();
      if (now.dirty) return;
      now.value = now.from = JSON.parse(key) as T;
      setValue(now.value);
    };
    if (now.between.has(key)) now.settling = window.setTimeout(take, settleMillis);
    else take();
  }, [key]);

  const flush = useRef(async () => {
    const now = live.current;
    clearTimeout(now.timer);
    if (!now.dirty || now.composing) return;
    const sent = now.value;
    const outcome = await saving.current(sent, now.from);
    if (!outcome.ok) {
      now.timer = window.setTimeout(() => void flush.current(), retryMillis);
      return;
    }
    const before = JSON.stringify(now.from);
    if (now.told === JSON.stringify(sent)) {
      for (const passed of [...now.older, before]) if (passed !== now.told) now.between.add(passed);
      now.older.clear();
    } else if (now.told !== before) now.older.add(before);
    now.from = sent;
    if (now.value !== sent) return;
    now.dirty = false;
    now.release();
  });

  useEffect(
    () => () => {
      // Letters that an input method still composes are no words yet: with the field they go, the words before them stay.
      if (live.current.composing) live.current.value = live.current.committed;
      live.current.composing = false;
      clearTimeout(live.current.settling);
      void flush.current();
    },
    [],
  );

  function wait() {
    clearTimeout(live.current.timer);
    live.current.timer = window.setTimeout(() => void flush.current(), pauseMillis);
  }

  function update(make: (now: T) => T) {
    const now = live.current;
    now.value = make(now.value);
    now.dirty = true;
    setValue(now.value);
    now.release();
    now.release = registerUnsaved(() => flush.current());
    wait();
  }

  return {
    value,
    set: (next) => update(() => next),
    update,
    guards: {
      onCompositionStart: () => {
        void flush.current();
        live.current.committed = live.current.value;
        live.current.composing = true;
      },
      onCompositionEnd: () => {
        live.current.composing = false;
        wait();
      },
      onBlur: () => void flush.current(),
    },
  };
}

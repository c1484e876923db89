import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Change } from '../../shared/changes/change';
import type { RecordKind } from '../../shared/records/record-schemas';
import { useStore } from './store-context';
import { registerUnsaved } from './unsaved-fields';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

export interface TextTarget {
  readonly kind: RecordKind;
  readonly id: string;
  readonly tour: string;
  readonly field: string;
}

/** The end of an input method's composition, in the box that holds the text. */
export interface Composed {
  readonly currentTarget: { readonly value: string };
}

export interface TextField {
  readonly value: string;
  readonly state: 'saved' | 'saving' | 'failed';
  onChange(event: ChangeEvent<TextElement>): void;
  onCompositionStart(): void;
  onCompositionEnd(event: Composed): void;
  onBlur(): void;
  /** As if it had been typed: a choice from a list. */
  put(text: string): void;
}

/** Of quiet before what was typed is saved: long enough that a fast typist makes few changes. */
const pauseMillis = 350;

/** Whoever goes on typing is saved all the same: with the write that follows, a kill loses less than a second. */
const longestMillis = 700;

/** A full disk may have room again; what was typed waits on the screen meanwhile. */
const retryMillis = 1000;

/**
 * A text that saves as one types: soon after the last committed key, at once when the field is left, never in the middle of
 * an IME composition. A value from elsewhere is taken over only while nothing is being typed here; what comes meanwhile is brought
 * together with what was typed when that is saved. One record, one component: give it the record's id as key.
 */
export function useTextField(target: TextTarget, stored: string, isUnborn = false): TextField {
  const store = useStore();
  const [value, setValue] = useState(stored);
  const [state, setState] = useState<TextField['state']>('saved');
  const live = useRef({
    value: stored,
    saved: stored,
    /** What the store reported last. */
    reported: stored,
    /** What the typing goes on from; not known while the record is still coming into being by other hands. */
    from: isUnborn ? undefined : stored,
    /** What stood here before the input method began to compose. */
    committed: stored,
    /** What this field saved before `saved`: live queries may still report it, and it must not come back. */
    older: new Set<string>(),
    composing: false,
    /** Saves that are under way: until they are done nobody knows what was saved last. */
    flying: 0,
    timer: 0,
    since: 0,
    release: () => {},
  });
  const aim = useRef(target);
  useEffect(() => {
    aim.current = target;
  });

  const shown = useRef((text: string) => {
    const now = live.current;
    now.value = now.saved = now.from = text;
    // At once: no moment at which the mark says 已保存 beside a text that is not the one on disk.
    flushSync(() => setValue(text));
  });
  const show = shown.current;

  useEffect(() => {
    const now = live.current;
    now.reported = stored;
    if (stored === now.saved) now.older.clear();
    if (now.value !== now.saved || now.composing || now.older.has(stored)) return;
    now.value = now.saved = stored;
    if (!isUnborn) now.from = stored;
    setValue(stored);
  }, [stored, isUnborn]);

  const flush = useRef(async () => {
    const now = live.current;
    clearTimeout(now.timer);
    now.since = 0;
    if (now.composing) return;
    if (now.value === now.saved && now.flying === 0) {
      // Nothing was typed after all (a composition that was given up): what came meanwhile is shown now.
      if (now.reported !== now.saved && !now.older.has(now.reported)) show(now.reported);
      return now.release();
    }
    const { kind, id, tour, field } = aim.current;
    const text = now.value;
    const { reported } = now;
    const from = now.from === undefined ? undefined : { [field]: now.from };
    now.flying += 1;
    const outcome = await store
      .save([{ kind, id, tour, values: { [field]: text }, from }])
      .finally(() => (now.flying -= 1));
    if (outcome.ok) {
      now.older.add(now.saved);
      now.saved = now.from = text;
      // Saved together with words from elsewhere, or reported with them meanwhile.
      const kept = textOf(outcome.value, field) ?? text;
      const isMore = now.reported !== reported && !now.older.has(now.reported);
      const whole = kept === text && isMore ? now.reported : kept;
      if (now.value === text && whole !== text && !now.composing) show(whole);
      if (now.value === now.saved && now.flying === 0) now.release();
    } else {
      now.timer = window.setTimeout(() => void flush.current(), retryMillis);
    }
    setState(!outcome.ok ? 'failed' : now.value === now.saved ? 'saved' : 'saving');
  });

  useEffect(
    () => () => {
      // The field is gone, what was typed is not: it is saved now, or again and again while the disk is full.
      // Letters that an input method still composes are no words yet: with the field they go, the words before them stay.
      if (live.current.composing) live.current.value = live.current.committed;
      live.current.composing = false;
      void flush.current();
    },
    [],
  );

  function typed(text: string): void {
    const now = live.current;
    now.value = text;
    setValue(text);
    setState('saving');
    now.release();
    now.release = registerUnsaved(() => flush.current());
    clearTimeout(now.timer);
    now.since ||= performance.now();
    const wait = Math.max(0, Math.min(pauseMillis, longestMillis - (performance.now() - now.since)));
    if (!now.composing) now.timer = window.setTimeout(() => void flush.current(), wait);
  }

  return {
    value,
    state,
    onChange: (event) => typed(event.target.value),
    onCompositionStart: () => {
      // What is committed so far is saved now: a long composition must not hold it back.
      void flush.current();
      if (!live.current.composing) live.current.committed = live.current.value;
      live.current.composing = true;
    },
    onCompositionEnd: (event) => {
      live.current.composing = false;
      typed(event.currentTarget.value);
    },
    onBlur: () => void flush.current(),
    put: typed,
  };
}

function textOf(changes: readonly Change[], field: string): string | undefined {
  const value = changes[0]?.fields[field]?.value;
  return typeof value === 'string' ? value : undefined;
}

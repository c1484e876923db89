import { useEffect, useRef, useState } from 'react';
import type { RecordKind } from '../../shared/records/record-schemas';
import { useStore } from './store-context';
import { registerUnsaved } from './unsaved-fields';

const pauseMillis = 450;
const retryMillis = 1000;

interface LinesTarget {
  readonly kind: RecordKind;
  readonly id: string;
  readonly tour: string;
  readonly field: string;
}

/** A list of lines in one field, saved as one types; lines from elsewhere are taken over only while nothing is typed here. */
export function useLines(target: LinesTarget, stored: readonly string[]) {
  const store = useStore();
  const [lines, setLines] = useState(stored);
  const live = useRef({
    lines: stored,
    committed: stored,
    saved: stored.join('\n'),
    /** What the typing goes on from: what lay here before, or was saved last. */
    from: stored,
    composing: false,
    timer: 0,
    release: () => {},
  });
  const aim = useRef(target);
  const known = stored.join('\n');

  useEffect(() => {
    aim.current = target;
  });

  useEffect(() => {
    const now = live.current;
    if (written(now.lines).join('\n') !== now.saved || now.composing || known === now.saved) return;
    now.lines = now.from = known === '' ? [] : known.split('\n');
    now.saved = known;
    setLines(now.lines);
  }, [known]);

  const flush = useRef(async () => {
    const now = live.current;
    clearTimeout(now.timer);
    const next = written(now.lines);
    if (now.composing) return;
    if (next.join('\n') === now.saved) return now.release();
    const { kind, id, tour, field } = aim.current;
    const saved = await store.save([
      { kind, id, tour, values: { [field]: [...next] }, from: { [field]: [...now.from] } },
    ]);
    if (!saved.ok) {
      now.timer = window.setTimeout(() => void flush.current(), retryMillis);
      return;
    }
    now.saved = next.join('\n');
    now.from = next;
    if (written(now.lines).join('\n') === now.saved) now.release();
  });

  useEffect(
    () => () => {
      // Letters that an input method still composes are no words yet: with the field they go, the words before them stay.
      if (live.current.composing) live.current.lines = live.current.committed;
      live.current.composing = false;
      void flush.current();
    },
    [],
  );

  function put(next: readonly string[]): void {
    const now = live.current;
    now.lines = next;
    setLines(next);
    now.release();
    now.release = registerUnsaved(() => flush.current());
    clearTimeout(now.timer);
    if (!now.composing) now.timer = window.setTimeout(() => void flush.current(), pauseMillis);
  }

  return {
    lines,
    put,
    onBlur: () => void flush.current(),
    onCompositionStart: () => {
      live.current.committed = live.current.lines;
      live.current.composing = true;
    },
    onCompositionEnd: () => {
      live.current.composing = false;
      put(live.current.lines);
    },
  };
}

/** A line that was opened and left empty is none. */
function written(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { drawnMark, movedMark, newMark, resizedMark } from '../../../shared/photos/edit-marks';
import type { PhotoMark } from '../../../shared/records/photo-mark';

/** Keys that are held down make one change, not forty. */
const pauseMillis = 300;
const coarse = 10;

type Kind = PhotoMark['kind'];

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-coarse, 0],
  ArrowRight: [coarse, 0],
  ArrowUp: [0, -coarse],
  ArrowDown: [0, coarse],
};

export interface MarkEditor {
  readonly marks: readonly PhotoMark[];
  readonly selected: number | null;
  readonly tool: Kind;
  readonly canUndo: boolean;
  setTool(tool: Kind): void;
  select(index: number | null): void;
  add(kind: Kind, text: string): void;
  setText(text: string): void;
  remove(): void;
  undo(): void;
  press(index: number, event: KeyboardEvent): void;
  /** Takes hold of a mark, or begins a new one on the bare picture. */
  grab(index: number | null, event: PointerEvent, text: string): void;
}

/** Drawing by mouse, pen and keyboard, with the way back; what was drawn is handed on after a short pause and at the end. */
export function useMarkEditor(
  stored: readonly PhotoMark[],
  stage: RefObject<HTMLElement | null>,
  save: (marks: readonly PhotoMark[]) => void,
): MarkEditor {
  const [marks, setMarks] = useState(stored);
  const [past, setPast] = useState<readonly (readonly PhotoMark[])[]>([]);
  const [selected, select] = useState<number | null>(null);
  const [tool, setTool] = useState<Kind>('arrow');
  const live = useRef({ marks: stored, unsaved: false, timer: 0, save });
  useEffect(() => {
    live.current.save = save;
  });

  function flush(): void {
    clearTimeout(live.current.timer);
    if (live.current.unsaved) live.current.save(live.current.marks);
    live.current.unsaved = false;
  }
  const atEnd = useRef(flush);
  useEffect(() => () => atEnd.current(), []);

  function show(next: readonly PhotoMark[]): void {
    live.current.marks = next;
    setMarks(next);
    live.current.unsaved = true;
    clearTimeout(live.current.timer);
    live.current.timer = window.setTimeout(flush, pauseMillis);
  }

  /** Read now: the state is set later, when the marks are others already. */
  function remember(): void {
    const { marks } = live.current;
    setPast((before) => [...before.slice(-99), marks]);
  }

  function change(next: readonly PhotoMark[]): void {
    remember();
    show(next);
  }

  const replaced = (index: number, mark: PhotoMark) => live.current.marks.with(index, mark);

  function removeAt(index: number): void {
    change(live.current.marks.filter((_, at) => at !== index));
    select(null);
  }

  function follow(index: number, event: PointerEvent, step: (dx: number, dy: number) => PhotoMark): void {
    const from = placeOf(stage.current, event);
    const target = event.currentTarget;
    target.setPointerCapture(event.pointerId);
    const before = live.current.marks;
    const move = (moved: Event) => {
      const to = placeOf(stage.current, moved as unknown as PointerEvent);
      show(before.with(index, step(to[0] - from[0], to[1] - from[1])));
    };
    target.addEventListener('pointermove', move);
    const end = () => target.removeEventListener('pointermove', move);
    target.addEventListener('pointerup', end, { once: true });
    target.addEventListener('pointercancel', end, { once: true });
  }

  return {
    marks,
    selected,
    tool,
    canUndo: past.length > 0,
    setTool,
    select,
    add(kind, text) {
      change([...live.current.marks, newMark(kind, text)]);
      select(live.current.marks.length - 1);
      setTool(kind);
    },
    setText(text) {
      const mark = selected === null ? undefined : live.current.marks[selected];
      if (mark?.kind === 'text' && selected !== null) change(replaced(selected, { ...mark, text }));
    },
    remove: () => selected !== null && removeAt(selected),
    undo() {
      const before = past.at(-1);
      if (!before) return;
      setPast(past.slice(0, -1));
      select(null);
      show(before);
    },
    press(index, event) {
      const mark = live.current.marks[index];
      const step = steps[event.key];
      if (!mark || (!step && event.key !== 'Delete' && event.key !== 'Backspace')) return;
      event.preventDefault();
      event.stopPropagation();
      if (!step) return removeAt(index);
      const [dx, dy] = event.altKey ? [step[0] / coarse, step[1] / coarse] : step;
      change(replaced(index, event.shiftKey ? resizedMark(mark, dx, dy) : movedMark(mark, dx, dy)));
    },
    grab(index, event, text) {
      event.stopPropagation();
      const held = index === null ? undefined : live.current.marks[index];
      if (index !== null && held) {
        select(index);
        remember();
        return follow(index, event, (dx, dy) => movedMark(held, dx, dy));
      }
      const from = placeOf(stage.current, event);
      const at = live.current.marks.length;
      change([...live.current.marks, drawnMark(tool, from, from, text)]);
      select(at);
      follow(at, event, (dx, dy) => drawnMark(tool, from, [from[0] + dx, from[1] + dy], text));
    },
  };
}

/** Where the pointer is on the picture, in thousandths. */
function placeOf(
  stage: HTMLElement | null,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): readonly [number, number] {
  const box = stage?.getBoundingClientRect();
  if (!box || box.width === 0 || box.height === 0) return [0, 0];
  return [((clientX - box.left) / box.width) * 1000, ((clientY - box.top) / box.height) * 1000];
}

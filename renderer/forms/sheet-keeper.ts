import { answerText } from '../../shared/checklists/answer-text';
import type { Json } from '../../shared/json';
import type { Outcome } from '../../shared/outcome';
import type { Answers, Form } from './form';

/** What is stored of a sheet. Calculated values stand apart: nobody typed them, so nobody is asked about them. */
export interface StoredSheet {
  readonly answers: Answers;
  readonly calculated: Answers;
}

export interface SheetKeeper {
  /** Something was answered: it is saved at once, or after a short pause while somebody types. */
  changed(pace: 'now' | 'typing'): void;
  /** Paths that went with an instance of a repeat. */
  removed(paths: readonly string[]): void;
  /** The sheet as it is stored now: what others answered goes into the form. */
  incoming(stored: StoredSheet): void;
  flush(): Promise<void>;
}

/** Short enough that a kill loses less than a second of typing, long enough that a fast typist makes few changes. */
const pauseMillis = 450;

/** A full disk may have room again; what was typed waits on the screen meanwhile. */
const retryMillis = 3000;

/**
 * Keeps a form and its stored sheet in step, a field for each answer. Looking at a form saves nothing: defaults and results go
 * along with the first answer. What is hidden keeps the value it had. A field that was changed here and is not saved yet is
 * not overwritten from elsewhere; a value that this keeper saved before may still be reported and does not come back.
 */
export function createSheetKeeper(
  form: Form,
  stored: StoredSheet,
  save: (values: Readonly<Record<string, Json>>) => Promise<Outcome<null>>,
  unsaved: (flush: () => Promise<void>) => () => void,
): SheetKeeper {
  const known = new Map<string, string>(fieldsOf(stored));
  const older = new Map<string, Set<string>>();
  const gone = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let busy: Promise<void> | null = null;
  let release = () => {};

  function differences(): Map<string, string | null> {
    const found = new Map<string, string | null>();
    for (const { path, value, calculated, relevant } of form.leaves()) {
      const field = `${calculated ? 'calculated' : 'answers'}.${path}`;
      if (relevant && value !== (known.get(field) ?? '')) found.set(field, value);
    }
    for (const path of gone) {
      for (const field of [`answers.${path}`, `calculated.${path}`])
        if (known.has(field)) found.set(field, null);
    }
    return found;
  }

  async function saveOnce(): Promise<void> {
    clearTimeout(timer);
    since = null;
    const values = differences();
    if (values.size === 0) return release();
    const saved = await save(Object.fromEntries(values));
    if (!saved.ok) {
      timer = setTimeout(() => void flush(), retryMillis);
      return;
    }
    for (const [field, value] of values) {
      const before = known.get(field);
      if (before !== undefined) older.set(field, (older.get(field) ?? new Set()).add(before));
      if (value === null) known.delete(field);
      else known.set(field, value);
      gone.delete(field.slice(field.indexOf('.') + 1));
    }
    if (differences().size === 0) release();
    else later();
  }

  function flush(): Promise<void> {
    busy = (busy ?? Promise.resolve()).then(saveOnce);
    return busy;
  }

  function later(): void {
    clearTimeout(timer);
    since ??= performance.now();
    const wait = Math.max(0, Math.min(pauseMillis, pauseMillis * 2 - (performance.now() - since)));
    timer = setTimeout(() => void flush(), wait);
  }

  return {
    changed: (pace) => {
      release();
      release = unsaved(flush);
      if (pace === 'now') void flush();
      else later();
    },
    removed: (paths) => {
      const left = new Set(form.leaves().map((leaf) => leaf.path));
      for (const path of paths) if (!left.has(path)) gone.add(path);
    },
    incoming: (next) => {
      const own = differences();
      const taken: Record<string, Json> = {};
      for (const [field, value] of fieldsOf(next)) {
        if (value === known.get(field)) older.delete(field);
        else if (!older.get(field)?.has(value)) {
          known.set(field, value);
          if (!own.has(field) && field.startsWith('answers.')) taken[field.slice('answers.'.length)] = value;
        }
      }
      if (Object.keys(taken).length > 0) form.apply(taken);
    },
    flush,
  };
}

function fieldsOf({ answers, calculated }: StoredSheet): readonly (readonly [string, string])[] {
  const named = (owner: string, values: Answers) =>
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([path, value]) => [`${owner}.${path}`, answerText(value)] as const);
  return [...named('answers', answers), ...named('calculated', calculated)];
}

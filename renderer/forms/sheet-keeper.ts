import { answerText } from '../../shared/checklists/answer-text';
import type { EditContext } from '../../shared/changes/make-change';
import type { Json } from '../../shared/json';
import type { Outcome } from '../../shared/outcome';
import { entriesOn } from './entry-keys';
import type { Answers, Form } from './form';

/** What is stored of a sheet. Calculated values stand apart: nobody typed them, so nobody is asked about them. */
export interface StoredSheet {
  readonly answers: Answers;
  readonly calculated: Answers;
  /** Which answers belong to questions that are not asked: documents, which have no form, must not take them for findings. */
  readonly hidden: Answers;
}

/** Which of the fields hold sentences, and what each answer was made from. */
type AnswerContext = Required<Pick<EditContext, 'texts' | 'from'>>;

/** Saves fields of the sheet. */
export type SaveAnswers = (
  values: Readonly<Record<string, Json>>,
  context: AnswerContext,
) => Promise<Outcome<unknown>>;

export interface SheetKeeper {
  /** Something was answered: it is saved at once, or after a short pause while somebody types. */
  changed(pace: 'now' | 'typing'): void;
  /** The path of an entry of a repeat that was taken away, with all that was answered in it, shown or hidden. */
  removed(entry: string): void;
  /** The sheet as it is stored now: what others answered goes into the form. */
  incoming(stored: StoredSheet): void;
  flush(): Promise<void>;
}

/** Short enough that a kill loses less than a second of typing, long enough that a fast typist makes few changes. */
const pauseMillis = 450;

/** A full disk may have room again; what was typed waits on the screen meanwhile. */
const retryMillis = 1000;

/**
 * Keeps a form and its stored sheet in step, a field for each answer. Looking at a form saves no answer: defaults and results go
 * along with the first one. What is hidden keeps the value it had. A field that was changed here and is not saved yet is
 * not overwritten from elsewhere; a value that this keeper saved before may still be reported and does not come back. An entry
 * that was taken away elsewhere goes here too, unless somebody is answering in it: then all of it is saved again.
 */
export function createSheetKeeper(
  form: Form,
  stored: StoredSheet,
  save: SaveAnswers,
  unsaved: (flush: () => Promise<void>) => () => void,
): SheetKeeper {
  const known = new Map<string, string>(fieldsOf(stored));
  const older = new Map<string, Set<string>>();
  /** Fields that were reported as known here: one of them that is no longer reported went elsewhere. */
  const seen = new Set<string>(known.keys());
  const gone = new Set<string>();
  /** Of an answer that changed elsewhere while somebody gave another here: what lay before that person. */
  const typedOn = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let busy: Promise<void> | null = null;
  let release = () => {};

  function differences(): Map<string, string | null> {
    const found = new Map<string, string | null>();
    for (const { path, value, calculated, relevant } of form.leaves()) {
      const field = `${calculated ? 'calculated' : 'answers'}.${path}`;
      if (relevant && value !== (known.get(field) ?? '')) found.set(field, value);
      const mark = `hidden.${path}`;
      const isHidden = !relevant && (known.get(`answers.${path}`) ?? '') !== '';
      if (isHidden !== (known.get(mark) === 'yes')) found.set(mark, isHidden ? 'yes' : null);
    }
    for (const path of gone) {
      for (const field of [`answers.${path}`, `calculated.${path}`, `hidden.${path}`])
        if (known.has(field)) found.set(field, null);
    }
    return found;
  }

  function contextOf(values: ReadonlyMap<string, unknown>): AnswerContext {
    const texts = form.leaves().flatMap(({ path, isText }) => (isText ? [`answers.${path}`] : []));
    const typed = texts.filter((field) => values.has(field));
    const answers = [...values.keys()].filter((field) => field.startsWith('answers.'));
    const from = answers.map((field) => [field, typedOn.get(field) ?? known.get(field) ?? '']);
    return { texts: typed, from: Object.fromEntries(from) as Readonly<Record<string, string>> };
  }

  async function saveOnce(): Promise<void> {
    clearTimeout(timer);
    since = null;
    const values = differences();
    if (values.size === 0) return release();
    const context = contextOf(values);
    const began = new Map(known);
    const saved = await save(Object.fromEntries(values), context);
    if (!saved.ok) {
      timer = setTimeout(() => void flush(), retryMillis);
      return;
    }
    const brought: Record<string, Json> = {};
    const shown = new Map(form.leaves().map((leaf) => [`answers.${leaf.path}`, leaf.value]));
    for (const [field, value] of values) {
      const stored = known.get(field);
      const [begun, isText] = [began.get(field), context.texts.includes(field)];
      // Reported while it was saved: together with words from elsewhere.
      const isMore = isText && stored !== undefined && stored !== begun && stored !== value;
      const before = isMore ? begun : stored;
      if (before !== undefined) older.set(field, (older.get(field) ?? new Set()).add(before));
      seen.delete(field);
      typedOn.delete(field);
      if (isMore) {
        if (shown.get(field) === value) brought[field.slice('answers.'.length)] = stored;
        else typedOn.set(field, value ?? '');
      } else if (value === null) known.delete(field);
      else known.set(field, value);
      gone.delete(field.slice(field.indexOf('.') + 1));
    }
    if (Object.keys(brought).length > 0) form.apply(brought);
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

  /** Answers that changed elsewhere than in a form (a conflict decided, a value restored) may hide others, or ask them again. */
  async function markAnew(): Promise<void> {
    const marks = [...differences()].filter(([field]) => field.startsWith('hidden.'));
    if (marks.length > 0 && (await save(Object.fromEntries(marks), contextOf(new Map()))).ok)
      for (const [field, value] of marks)
        if (value === null) known.delete(field);
        else known.set(field, value);
  }
  // Not before whoever opens the form has its keeper: what is saved comes back to it.
  if (Object.keys(stored.answers).length > 0) busy = Promise.resolve().then(markAnew);

  return {
    changed: (pace) => {
      release();
      release = unsaved(flush);
      if (pace === 'now') void flush();
      else later();
    },
    removed: (entry) => {
      for (const field of known.keys()) {
        const path = field.slice(field.indexOf('.') + 1);
        if (path.startsWith(`${entry}/`)) gone.add(path);
      }
    },
    incoming: (next) => {
      const own = differences();
      const taken: Record<string, Json> = {};
      const there = new Map(fieldsOf(next));
      for (const [field, value] of there) {
        if (value === known.get(field)) {
          older.delete(field);
          seen.add(field);
        } else if (!older.get(field)?.has(value)) {
          if (own.has(field) && !typedOn.has(field)) typedOn.set(field, known.get(field) ?? '');
          known.set(field, value);
          seen.add(field);
          if (!own.has(field) && field.startsWith('answers.')) taken[field.slice('answers.'.length)] = value;
        }
      }
      for (const field of [...seen].filter((one) => !there.has(one))) {
        seen.delete(field);
        known.delete(field);
        if (!own.has(field) && field.startsWith('answers.')) {
          Object.assign(taken, goneWith(field.slice('answers.'.length), there, own));
        }
      }
      if (Object.keys(taken).length > 0) form.apply(taken);
    },
    flush,
  };
}

type Fields = Pick<ReadonlyMap<string, unknown>, 'keys'>;

/** What goes with a path that is no longer stored: nothing in an entry that somebody answers here, else its empty entries too. */
function goneWith(path: string, there: Fields, own: Fields): Readonly<Record<string, null>> {
  const isIn = (fields: Fields, entry: string) =>
    [...fields.keys()].some((field) => field.startsWith(`answers.${entry}/`));
  const entries = entriesOn(path).map((entry) => entry.path);
  if (entries.some((entry) => isIn(own, entry))) return {};
  const empty = entries.filter((entry) => !isIn(there, entry));
  return Object.fromEntries([path, ...empty].map((one) => [one, null]));
}

function fieldsOf({ answers, calculated, hidden }: StoredSheet): readonly (readonly [string, string])[] {
  const named = (owner: string, values: Answers) =>
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([path, value]) => [`${owner}.${path}`, answerText(value)] as const);
  return [...named('answers', answers), ...named('calculated', calculated), ...named('hidden', hidden)];
}

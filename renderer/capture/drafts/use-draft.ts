import type { RefSelectProps } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type RecordOf, recordSchemas } from '../../../shared/records/record-schemas';
import type { Segment } from '../../../shared/remarks/split-statement';
import { useObservable } from '../../data/observable';
import { saveUntilKept } from '../../data/save-until-kept';
import { useStore } from '../../data/store-context';
import { registerUnsaved } from '../../data/unsaved-fields';
import type { StopRecords } from '../../data/use-stop-records';
import { type CapturePlace, findRecord, textFieldOf } from './capture-place';
import type { DraftKind } from './parse-quick-entry';
import { type NewRecord, type Values, createRecordMaker } from './record-maker';
import { segmentEdits } from './segment-edits';

/** A full disk may have room again. */
const retryMillis = 1000;

interface Sheet {
  readonly kind: DraftKind;
  readonly id: string;
  /** What its text box starts with. */
  readonly text: string;
  /** Chosen before there was a record to write it to. */
  readonly presets: Values;
  readonly created: boolean;
  /** Where the cursor stands when it opens. */
  readonly begin: DraftPlace;
}

export type DraftPlace = 'text' | 'speaker';

export interface Draft extends Sheet {
  readonly place: CapturePlace;
  readonly box: RefObject<TextAreaRef | null>;
  readonly speaker: RefObject<RefSelectProps | null>;
  /** The record as it stands, of the kind that it is. */
  record<K extends DraftKind>(kind: K): RecordOf<K>;
  /** Writes text that was typed: the first time this makes the record. */
  write(values: Values): void;
  /** Sets what was chosen. Makes no record by itself: a severity without a word is not an issue. */
  set(values: Values): void;
  /** Turns to another kind and takes along what was typed. */
  choose(kind: DraftKind, text?: string, begin?: DraftPlace): void;
  /** Keeps what was typed (or drops the record if nothing is left) and starts the next one of the same kind. */
  finish(text: string): void;
  /** Keeps what was typed as segments of one statement; the words of the first are for the box to write. */
  finishStatement(segments: readonly Segment[]): void;
  /** Keeps a segment; the next one goes on in the same statement. */
  finishSegment(text: string): void;
  /** As `finish`, with the text as it stands in the box. */
  next(): void;
  /** The text as it stands in the box. */
  typed(): string;
  /** The text as it stands in the box, so that `choose` can take it along. */
  keep(text: string): void;
}

/** The record under the quick-entry line. It exists from the first committed character, so nothing waits to be sent off. */
export function useDraft(place: CapturePlace, records: StopRecords): Draft {
  const store = useStore();
  const first = place.kinds[0] ?? 'note';
  const [sheet, setSheet] = useState<Sheet>(() => newSheet(store.newId(), first, '', {}, 'text'));
  const [maker] = useState(() =>
    createRecordMaker(
      (kind, id, values) => store.save([{ kind, id, tour: place.tour, values }]),
      (again) => {
        const release = registerUnsaved(again);
        setTimeout(() => void again().then(release), retryMillis);
      },
    ),
  );
  const box = useRef<TextAreaRef>(null);
  const speaker = useRef<RefSelectProps>(null);
  const now = useRef({ sheet, text: '', place });
  useEffect(() => {
    now.current.sheet = sheet;
    now.current.place = place;
  });

  // Whoever takes every word back and goes elsewhere leaves no record without words behind.
  useEffect(
    () => () => {
      const { sheet, text } = now.current;
      if (text.trim() === '' && maker.isBegun(sheet.id)) maker.drop(bare(sheet));
    },
    [maker],
  );

  const undone = useObservable(store.undo.report);

  const baseOf = useCallback(
    ({ kind, presets }: Sheet) => ({
      ...now.current.place.base(kind),
      author: store.userName(),
      at: store.now(),
      ...presets,
    }),
    [store],
  );

  const write = useCallback(
    async (sheet: Sheet, values: Values) => {
      const { kind, id } = sheet;
      const written = maker.write({ kind, id, base: baseOf(sheet) }, values);
      // What is typed while the record is being made is on disk only after it: the mark must not say 已保存 in between.
      const release = registerUnsaved(() => written);
      await written.finally(release);
      if (maker.isMade(id)) setSheet((latest) => (latest.id === id ? { ...latest, created: true } : latest));
    },
    [maker, baseOf],
  );

  const start = useCallback(
    (kind: DraftKind, text: string, presets: Values, begin: DraftPlace) => {
      const next = newSheet(store.newId(), kind, text, presets, begin);
      now.current.text = text;
      setSheet(next);
      if (text.trim() !== '') void write(next, { [textFieldOf(kind)]: text });
    },
    [store, write],
  );

  const choose = useCallback(
    (kind: DraftKind, text?: string, begin: DraftPlace = 'text') => {
      const { sheet, text: typed } = now.current;
      if (kind === sheet.kind && text === undefined) return turn(box.current, speaker.current, begin);
      maker.drop(bare(sheet));
      start(kind, text ?? typed, {}, begin);
    },
    [maker, start],
  );

  useEffect(() => {
    const { sheet } = now.current;
    // Taken back under the line: what is typed next must not go into a record that is no more.
    if (undone?.result === 'done' && undone.entry.steps.some((step) => step.record === sheet.id))
      start(sheet.kind, '', {}, 'text');
  }, [undone, start]);

  const set = (values: Values) => {
    setSheet((latest) => ({ ...latest, presets: { ...latest.presets, ...values } }));
    if (maker.isBegun(sheet.id)) void write(sheet, values);
  };

  function record<K extends DraftKind>(kind: K): RecordOf<K> {
    const blank = { id: sheet.id, tour: place.tour, ...place.base(kind), ...sheet.presets };
    return (
      findRecord(records, kind, sheet.id) ?? (recordSchemas[kind].parse(blank) as unknown as RecordOf<K>)
    );
  }

  function finish(text: string, next = carriedOver(sheet)) {
    if (text.trim() === '') maker.drop(bare(sheet));
    else if (!maker.isMade(sheet.id)) void write(sheet, { [textFieldOf(sheet.kind)]: text });
    start(sheet.kind, '', next, 'text');
  }

  return {
    ...sheet,
    place,
    box,
    speaker,
    record,
    write: (values) => void write(sheet, values),
    set,
    choose,
    finish: (text) => finish(text),
    finishStatement: ([head, ...others]) => {
      if (!head) return;
      const remark = { ...record('remark'), ...sheet.presets };
      const shared = { ...baseOf(sheet), ...place.base('remark') };
      // The later segments first: between two writes a word may stand twice, but never nowhere.
      // Nothing holds them any more when the box has the first alone: on a full disk they are tried again until they are there.
      void saveUntilKept(
        store,
        segmentEdits(remark, shared, others, () => store.newId()),
      );
      set({ statement: sheet.id, number: head.number, heading: head.heading, order: 0 });
      finish(head.text);
    },
    finishSegment: (text) => {
      if (text.trim() === '') return;
      const { statement, number, verb, addressee } = record('remark');
      const whole = statement || sheet.id;
      const count = number ?? 1;
      set({ statement: whole, number: count, order: count - 1 });
      const next = { verb, addressee, statement: whole, number: count + 1, order: count };
      finish(text, { ...carriedOver(sheet), ...next });
    },
    next: () => finish(now.current.text),
    typed: () => now.current.text,
    keep: (text) => {
      now.current.text = text;
    },
  };
}

function newSheet(id: string, kind: DraftKind, text: string, presets: Values, begin: DraftPlace): Sheet {
  return { id, kind, text, presets, begin, created: false };
}

/** The record as far as dropping it needs to know it. */
function bare({ kind, id }: Sheet): NewRecord {
  return { kind, id, base: {} };
}

/** The key of the kind that is there already: from the words, or from elsewhere, to the speaker, and back to the words. */
function turn(box: TextAreaRef | null, speaker: RefSelectProps | null, begin: DraftPlace): void {
  const words = box?.resizableTextArea?.textArea;
  const here = document.activeElement;
  const besideWords = here !== words && words?.closest('.composer')?.contains(here);
  if (begin === 'speaker' && !besideWords) speaker?.focus();
  else box?.focus({ cursor: 'end' });
}

/** The one who speaks goes on speaking. */
function carriedOver({ kind, presets }: Sheet): Values {
  const { speaker, speakerName } = presets;
  return kind === 'remark' && speakerName ? { speaker: speaker ?? '', speakerName } : {};
}

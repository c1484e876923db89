import type { RefSelectProps } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type Issue, issueSchema } from '../../../shared/records/issue';
import { type Remark, remarkSchema } from '../../../shared/records/remark';
import type { Stop } from '../../../shared/records/stop';
import { useObservable } from '../../data/observable';
import { useStore } from '../../data/store-context';
import { registerUnsaved } from '../../data/unsaved-fields';
import type { StopRecords } from '../../data/use-stop-records';
import type { DraftKind } from './parse-quick-entry';
import { type NewRecord, type Values, createRecordMaker } from './record-maker';

/** A full disk may have room again. */
const retryMillis = 3000;

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
  readonly remark: Remark;
  readonly issue: Issue;
  readonly box: RefObject<TextAreaRef | null>;
  readonly speaker: RefObject<RefSelectProps | null>;
  /** Writes text that was typed: the first time this makes the record. */
  write(values: Values): void;
  /** Sets what was chosen. Makes no record by itself: a severity without a word is not an issue. */
  set(values: Values): void;
  /** Turns to another kind and takes along what was typed. */
  choose(kind: DraftKind, text?: string, begin?: DraftPlace): void;
  /** Keeps what was typed (or drops the record if nothing is left) and starts the next one of the same kind. */
  finish(text: string): void;
  /** The text as it stands in the box, so that `choose` can take it along. */
  keep(text: string): void;
}

/** The record under the quick-entry line. It exists from the first committed character, so nothing waits to be sent off. */
export function useDraft(stop: Stop, records: StopRecords): Draft {
  const store = useStore();
  const [sheet, setSheet] = useState<Sheet>(() => newSheet(store.newId(), 'note', '', {}, 'text'));
  const [maker] = useState(() =>
    createRecordMaker(
      (kind, id, values) => store.save([{ kind, id, tour: stop.tour, values }]),
      (again) => {
        const release = registerUnsaved(again);
        setTimeout(() => void again().then(release), retryMillis);
      },
    ),
  );
  const box = useRef<TextAreaRef>(null);
  const speaker = useRef<RefSelectProps>(null);
  const now = useRef({ sheet, text: '' });
  useEffect(() => {
    now.current.sheet = sheet;
  });

  const undone = useObservable(store.undo.report);
  const write = useCallback(
    async ({ kind, id, presets }: Sheet, values: Values) => {
      const base = { tour: stop.tour, stop: stop.id, author: store.userName(), at: store.now(), ...presets };
      await maker.write({ kind, id, base }, values);
      if (maker.isMade(id)) setSheet((latest) => (latest.id === id ? { ...latest, created: true } : latest));
    },
    [maker, store, stop.tour, stop.id],
  );

  const start = useCallback(
    (kind: DraftKind, text: string, presets: Values, begin: DraftPlace) => {
      const next = newSheet(store.newId(), kind, text, presets, begin);
      now.current.text = text;
      setSheet(next);
      if (text.trim() !== '') void write(next, { text });
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

  return {
    ...sheet,
    box,
    speaker,
    remark: records.remarks.find(({ id }) => id === sheet.id) ?? remarkSchema.parse(blank(sheet, stop.tour)),
    issue: records.issues.find(({ id }) => id === sheet.id) ?? issueSchema.parse(blank(sheet, stop.tour)),
    write: (values) => void write(sheet, values),
    set: (values) => {
      setSheet((latest) => ({ ...latest, presets: { ...latest.presets, ...values } }));
      if (maker.isBegun(sheet.id)) void write(sheet, values);
    },
    choose,
    finish: (text) => {
      if (text.trim() === '') maker.drop(bare(sheet));
      else if (!maker.isMade(sheet.id)) void write(sheet, { text });
      start(sheet.kind, '', carriedOver(sheet), 'text');
    },
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

function blank(sheet: Sheet, tour: string) {
  return { id: sheet.id, tour, ...sheet.presets };
}

/** The key of the kind that is there already: from the words to the speaker and back. */
function turn(box: TextAreaRef | null, speaker: RefSelectProps | null, begin: DraftPlace): void {
  const inWords = document.activeElement === box?.resizableTextArea?.textArea;
  if (begin === 'speaker' && inWords) speaker?.focus();
  else box?.focus({ cursor: 'end' });
}

/** The one who speaks goes on speaking. */
function carriedOver({ kind, presets }: Sheet): Values {
  const { speaker, speakerName } = presets;
  return kind === 'remark' && speakerName ? { speaker: speaker ?? '', speakerName } : {};
}

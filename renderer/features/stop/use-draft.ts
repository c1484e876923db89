import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Json } from '../../../shared/json';
import { type Issue, issueSchema } from '../../../shared/records/issue';
import { type Remark, remarkSchema } from '../../../shared/records/remark';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import type { StopRecords } from '../../data/use-stop-records';
import type { DraftKind } from './parse-quick-entry';

type Values = Readonly<Record<string, Json>>;

interface Sheet {
  readonly kind: DraftKind;
  readonly id: string;
  /** What its text box starts with. */
  readonly text: string;
  /** Chosen before there was a record to write it to. */
  readonly presets: Values;
  readonly created: boolean;
}

export interface Draft extends Sheet {
  readonly remark: Remark;
  readonly issue: Issue;
  readonly box: RefObject<TextAreaRef | null>;
  /** Writes text that was typed: the first time this makes the record. */
  write(values: Values): void;
  /** Sets what was chosen. Makes no record by itself: a severity without a word is not an issue. */
  set(values: Values): void;
  /** Turns to another kind and takes along what was typed. */
  choose(kind: DraftKind, text?: string): void;
  /** Keeps what was typed (or drops the record if nothing is left) and starts the next one of the same kind. */
  finish(text: string): void;
  /** The text as it stands in the box, so that `choose` can take it along. */
  keep(text: string): void;
}

/** The record under the quick-entry line. It exists from the first committed character, so nothing waits to be sent off. */
export function useDraft(stop: Stop, records: StopRecords): Draft {
  const store = useStore();
  const [sheet, setSheet] = useState<Sheet>(() => ({
    kind: 'note',
    id: store.newId(),
    text: '',
    presets: {},
    created: false,
  }));
  const now = useRef({ sheet, text: '', created: new Set<string>() });
  useEffect(() => {
    now.current.sheet = sheet;
  });
  const box = useRef<TextAreaRef>(null);

  const save = useCallback(
    async ({ kind, id, presets }: Sheet, values: Values) => {
      const { created } = now.current;
      const base = { tour: stop.tour, stop: stop.id, author: store.userName(), at: store.now(), ...presets };
      const isNew = !created.has(id);
      created.add(id);
      const all = isNew ? { ...base, ...values } : values;
      const saved = await store.save([{ kind, id, tour: stop.tour, values: all }]);
      // Nothing is half done: the next key makes the record again.
      if (isNew && !saved.ok) created.delete(id);
      setSheet((latest) => (latest.id === id ? { ...latest, created: created.has(id) } : latest));
    },
    [store, stop.tour, stop.id],
  );

  const start = useCallback(
    (kind: DraftKind, text: string, presets: Values) => {
      const next = { kind, id: store.newId(), text, presets, created: text.trim() !== '' };
      now.current.text = text;
      setSheet(next);
      if (next.created) void save(next, { text });
    },
    [store, save],
  );

  const choose = useCallback(
    (kind: DraftKind, text?: string) => {
      const { sheet, created } = now.current;
      if (kind === sheet.kind && text === undefined) return box.current?.focus();
      const taken = text ?? now.current.text;
      if (created.has(sheet.id)) void save(sheet, { deleted: true });
      start(kind, taken, {});
    },
    [save, start],
  );

  return {
    ...sheet,
    box,
    remark: records.remarks.find(({ id }) => id === sheet.id) ?? remarkSchema.parse(blank(sheet, stop.tour)),
    issue: records.issues.find(({ id }) => id === sheet.id) ?? issueSchema.parse(blank(sheet, stop.tour)),
    write: (values) => void save(sheet, values),
    set: (values) => {
      setSheet((latest) => ({ ...latest, presets: { ...latest.presets, ...values } }));
      if (now.current.created.has(sheet.id)) void save(sheet, values);
    },
    choose,
    finish: (text) => {
      const { created } = now.current;
      if (text.trim() === '' && !created.has(sheet.id)) return;
      if (text.trim() === '') void save(sheet, { deleted: true });
      else if (!created.has(sheet.id)) void save(sheet, { text });
      start(sheet.kind, '', carriedOver(sheet));
    },
    keep: (text) => {
      now.current.text = text;
    },
  };
}

function blank(sheet: Sheet, tour: string) {
  return { id: sheet.id, tour, ...sheet.presets };
}

/** The one who speaks goes on speaking. */
function carriedOver({ kind, presets }: Sheet): Values {
  const { speaker, speakerName } = presets;
  return kind === 'remark' && speakerName ? { speaker: speaker ?? '', speakerName } : {};
}

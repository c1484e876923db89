import { AutoComplete, type RefSelectProps } from 'antd';
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import type { Person } from '../../../shared/records/person';
import type { Remark } from '../../../shared/records/remark';
import type { TourView } from '../../data/use-tour-view';
import { matchText } from '../../ui/match-text';

export interface SpeakerPickerProps {
  readonly view: TourView;
  readonly remark: Remark;
  readonly set: (values: Readonly<Record<string, Json>>) => void;
  readonly field?: Ref<RefSelectProps>;
  readonly autoFocus?: boolean;
  /** The name is settled by the Enter key or by a tap on the list. */
  readonly onDone?: () => void;
}

/**
 * The roster in its order of rank, found by characters, pinyin or initials. Enter and Tab take the name that is lit; a name
 * that is not on the roster is kept as typed.
 */
export function SpeakerPicker({ view, remark, set, field, autoFocus, onDone }: SpeakerPickerProps) {
  const { t } = useTranslation();
  const id = useId();
  /** Null while nobody types here: then the record speaks. */
  const [typing, setTyping] = useState<string | null>(null);
  const typed = typing ?? remark.speakerName;
  const people = [...view.people.values()].sort((a, b) => a.rank - b.rank);
  const chosen = remark.speakerName !== '' && typed === remark.speakerName;
  const found = people.filter(
    (person) => chosen || matchText(`${person.name} ${person.posts.join(' ')}`, typed),
  );
  const listed = !chosen && typed.trim() !== '' && found.length > 0;
  /** As they are now: the field may be left by the same key that chose a name, before the next drawing. */
  const now = useRef({ typed: '', settled: '', lit: '' });

  function write(speaker: string, speakerName: string) {
    setTyping(speakerName);
    now.current.typed = now.current.settled = speakerName;
    set({ speaker, speakerName });
  }

  function leave() {
    const name = now.current.typed.trim();
    if (name === now.current.settled) return;
    const [only, ...others] = found;
    const meant = /^[a-z]+$/i.test(name) && others.length === 0 ? only : undefined;
    const person = meant ?? people.find((entry) => entry.name === name);
    write(person?.id ?? '', person?.name ?? name);
  }

  /** The list itself would take the name that is lit and hold the cursor; Tab goes on to the next field. */
  function tab(event: KeyboardEvent) {
    if (event.key !== 'Tab' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const person = found.find(({ name }) => name === now.current.lit) ?? found[0];
    if (listed && !event.shiftKey && person) write(person.id, person.name);
  }

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // The cursor moves on while the key is still down: it must not break a line where it arrives.
    event.preventDefault();
    // With names on the list, Enter is theirs, and `onSelect` goes on.
    if (!listed) onDone?.();
  }

  return (
    <div className="field" onKeyDownCapture={tab}>
      <label htmlFor={id}>{t('stop.speaker')}</label>
      <AutoComplete
        id={id}
        ref={field}
        autoFocus={autoFocus}
        defaultActiveFirstOption
        popupMatchSelectWidth={340}
        placeholder={t('stop.speakerHint')}
        value={typed}
        onActive={(value) => (now.current.lit = value)}
        onChange={(value: string) => {
          now.current.typed = value;
          setTyping(value);
        }}
        onSelect={(_, { person }) => {
          write(person.id, person.name);
          onDone?.();
        }}
        onFocus={(event) => {
          if (event.target instanceof HTMLInputElement) event.target.select();
          now.current = { typed: remark.speakerName, settled: remark.speakerName, lit: '' };
          setTyping(null);
        }}
        onBlur={leave}
        onKeyDown={press}
        options={found
          // Two people of one name are two options: the value is what is shown, the key tells them apart.
          .map((person) => ({ key: person.id, value: person.name, person, label: <Line person={person} /> }))}
      />
    </div>
  );
}

function Line({ person }: { readonly person: Person }) {
  return (
    <span className="speaker-line">
      <strong>{person.name}</strong> <span className="soft cut">{person.posts.join(' ')}</span>
    </span>
  );
}

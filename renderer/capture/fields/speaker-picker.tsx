import { AutoComplete, type RefSelectProps } from 'antd';
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import type { Person } from '../../../shared/records/person';
import type { Remark } from '../../../shared/records/remark';
import { useStore } from '../../data/store-context';
import { usePeople } from '../../data/use-choices';
import type { TourView } from '../../data/use-tour-view';
import { matchText } from '../../ui/match-text';
import { PersonLine } from '../../ui/person-line';
import { personOptions } from '../../ui/person-options';
import { type NewPerson, addPersonTo } from './add-to-register';
import { readPerson } from './read-person';

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
 * that is not on the roster is kept as typed, or put on it with the posts and the unit that were typed behind it.
 */
export function SpeakerPicker({ view, remark, set, field, autoFocus, onDone }: SpeakerPickerProps) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  /** Null while nobody types here: then the record speaks. */
  const [typing, setTyping] = useState<string | null>(null);
  const typed = typing ?? remark.speakerName;
  const people = usePeople(view, typing ?? '');
  const chosen = remark.speakerName !== '' && typed === remark.speakerName;
  // Who stands in the field already is to be changed for anybody; a name that was typed anew asks for those who bear it.
  const speaker = chosen ? remark.speaker : '';
  const found = personOptions(people, view.units)
    .filter(({ person, about }) => (chosen && typing === null) || matchText(`${person.name} ${about}`, typed))
    // The list lights the first whose value begins with what stands in the field: that has to be the one who spoke.
    .toSorted((one, other) => Number(other.key === speaker) - Number(one.key === speaker));
  const adding = !chosen && isNewName(typed, people) ? readPerson(typed) : null;
  const listed = !chosen && typed.trim() !== '' && found.length > 0;
  /** As they are now: the field may be left by the same key that chose a name, before the next drawing. */
  const now = useRef({ typed: '', settled: '', lit: '' });

  function write(speaker: string, speakerName: string) {
    setTyping(speakerName);
    now.current.typed = now.current.settled = speakerName;
    set({ speaker, speakerName });
  }

  function add(person: NewPerson) {
    write(addPersonTo(store, view)(person), person.name);
  }

  function newLine({ name, posts, unit }: NewPerson): string {
    const known = t('capture.addPerson', { name: [name, posts.join('、'), unit].filter(Boolean).join(' ') });
    return posts.length > 0 ? known : `${known}${t('capture.addPersonMore')}`;
  }

  function leave() {
    const name = now.current.typed.trim();
    if (name === now.current.settled) return;
    // A name that two people bear, left without a choice, is the name of neither.
    const meant = /^[a-z]+$/i.test(name)
      ? found.map(({ person }) => person)
      : people.filter(({ name: own }) => own === name);
    const [person, ...others] = meant;
    if (person && others.length === 0) write(person.id, person.name);
    else write('', name);
  }

  /** The list itself would take the name that is lit and hold the cursor; Tab goes on to the next field. */
  function tab(event: KeyboardEvent) {
    if (event.key !== 'Tab' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const lit = found.find(({ value }) => value === now.current.lit) ?? found[0];
    if (event.shiftKey) return;
    if (listed && lit) write(lit.person.id, lit.person.name);
    else if (adding && adding.posts.length > 0) add(adding);
  }

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // The cursor moves on while the key is still down: it must not break a line where it arrives.
    event.preventDefault();
    // With names on the list, Enter is theirs, and `onSelect` goes on.
    if (!listed && adding === null) onDone?.();
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
        onSelect={(_, option) => {
          if (option.person) write(option.person.id, option.person.name);
          else if (option.key === 'add' && adding) add(adding);
          else write('', typed.trim());
          onDone?.();
        }}
        onFocus={(event) => {
          if (event.target instanceof HTMLInputElement) event.target.select();
          now.current = { typed: remark.speakerName, settled: remark.speakerName, lit: '' };
          setTyping(null);
        }}
        onBlur={leave}
        onKeyDown={press}
        options={[
          ...found.map((option) => ({
            ...option,
            label: <PersonLine name={option.person.name} about={option.about} />,
          })),
          ...(adding ? waysToTake(adding, found.length > 0) : []).map((key) => ({
            key,
            value: `${typed} ${key}`,
            person: null,
            label: key === 'add' && adding ? newLine(adding) : t('capture.justName', { name: typed.trim() }),
          })),
        ]}
      />
    </div>
  );
}

/** A bare name is first of all a name; who writes posts behind it means a person. A name that begins others only may be added. */
function waysToTake({ posts }: NewPerson, isBeginning: boolean): readonly ('add' | 'name')[] {
  if (isBeginning) return ['add'];
  return posts.length > 0 ? ['add', 'name'] : ['name', 'add'];
}

/** Letters alone are the spelling of somebody on the roster, and one character is not a name yet. */
function isNewName(typed: string, people: readonly Person[]): boolean {
  const { name } = readPerson(typed);
  const isOnRoster = people.some((person) => person.id !== '' && person.name === name);
  return name.length > 1 && !/^[a-z]+$/i.test(name) && !isOnRoster;
}

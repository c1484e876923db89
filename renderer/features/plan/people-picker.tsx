import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/records/person';
import { type SaveFrom, useObjectField } from '../../data/use-object-field';
import { useStore } from '../../data/store-context';
import { usePeople } from '../../data/use-choices';
import type { TourView } from '../../data/use-tour-view';
import { type NewPerson, addPeople } from '../../capture/fields/add-to-register';
import { matchText } from '../../ui/match-text';
import { namesOfLetters } from '../../ui/names-of-letters';
import { PersonLine } from '../../ui/person-line';
import { personOptions } from '../../ui/person-options';

interface PeoplePickerProps {
  readonly label: string;
  readonly view: TourView;
  readonly chosen: readonly string[];
  readonly most?: number;
  readonly save: SaveFrom<readonly string[]>;
}

/**
 * People of the roster by characters, pinyin or initials; a name that is not on it becomes a person, with the posts that stand
 * among the participants.
 */
export function PeoplePicker({ label, view, chosen, most, save }: PeoplePickerProps) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  const field = useObjectField(chosen, save);
  const [typed, setTyped] = useState('');
  /** Chosen before the roster has them, which takes as long as the disk is full. */
  const [added, setAdded] = useState<readonly (NewPerson & Pick<Person, 'id'>)[]>([]);
  const people = usePeople(view, typed);
  const known = new Set(people.map((person) => person.id));

  function take(values: readonly string[]) {
    const wanted = most === undefined ? values : values.slice(-most);
    const ids = namesOfLetters(
      wanted,
      people.map(({ name }) => name),
    ).map((value) => (known.has(value) || field.value.includes(value) ? value : newPerson(value)));
    const fresh = ids.flatMap((entry) => (typeof entry === 'string' ? [] : [entry]));
    setAdded([...added, ...fresh]);
    void addPeople(store, view, fresh);
    // Not after the disk has them: whoever is chosen meanwhile would be overwritten by the list of now.
    field.set(ids.map((entry) => (typeof entry === 'string' ? entry : entry.id)));
  }

  function newPerson(written: string) {
    const name = written.trim();
    const namesake = [...people, ...added].find((person) => person.name === name);
    return namesake?.id || { id: store.newId(), name, posts: namesake?.posts ?? [], unit: '' };
  }

  return (
    <div className={`field${most === 1 ? '' : ' field-wide'}`}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        mode="tags"
        tokenSeparators={['、', '，', ',', ';', '；']}
        placeholder={t('plan.peopleHint')}
        value={[...field.value]}
        onChange={(values: string[]) => take(values)}
        showSearch={{
          filterOption: (query, option) => matchText(option?.['words'] ?? '', query),
          onSearch: setTyped,
        }}
        // Chosen people are tags of their names, but for those who share one.
        optionLabelProp="tag"
        options={[
          ...personOptions(people, view.units).map(({ key, value, about, person: { name } }) => ({
            value: key,
            tag: value,
            label: <PersonLine name={name} about={about} />,
            words: `${name} ${about}`,
          })),
          ...added
            .filter(({ id }) => !known.has(id))
            .map(({ id, name }) => ({ value: id, tag: name, label: name, words: name })),
        ]}
      />
    </div>
  );
}

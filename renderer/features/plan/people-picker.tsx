import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../shared/outcome';
import { useObjectField } from '../../data/use-object-field';
import { useStore } from '../../data/store-context';
import { usePeople } from '../../data/use-choices';
import type { TourView } from '../../data/use-tour-view';
import { addPeople } from '../../capture/fields/add-to-register';
import { matchText } from '../../ui/match-text';
import { namesOfLetters } from '../../ui/names-of-letters';
import { PersonLine } from '../../ui/person-line';
import { personOptions } from '../../ui/person-options';

interface PeoplePickerProps {
  readonly label: string;
  readonly view: TourView;
  readonly chosen: readonly string[];
  readonly most?: number;
  readonly save: (people: readonly string[]) => Promise<Outcome<null>>;
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
  const people = usePeople(view, typed);
  const known = new Set(people.map((person) => person.id));

  async function take(values: readonly string[]) {
    const wanted = most === undefined ? values : values.slice(-most);
    const ids = namesOfLetters(
      wanted,
      people.map(({ name }) => name),
    ).map((value) => (known.has(value) || field.value.includes(value) ? value : newPerson(value)));
    await addPeople(
      store,
      view,
      ids.flatMap((entry) => (typeof entry === 'string' ? [] : [entry])),
    );
    field.set(ids.map((entry) => (typeof entry === 'string' ? entry : entry.id)));
  }

  function newPerson(written: string) {
    const name = written.trim();
    const namesake = people.find((person) => person.name === name);
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
        onChange={(values: string[]) => void take(values)}
        showSearch={{
          filterOption: (query, option) => matchText(option?.['words'] ?? '', query),
          onSearch: setTyped,
        }}
        // Chosen people are tags of their names, but for those who share one.
        optionLabelProp="tag"
        options={personOptions(people, view.units).map(({ key, value, about, person: { name } }) => ({
          value: key,
          tag: value,
          label: <PersonLine name={name} about={about} />,
          words: `${name} ${about}`,
        }))}
      />
    </div>
  );
}

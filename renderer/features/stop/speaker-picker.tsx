import { AutoComplete } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import type { Person } from '../../../shared/records/person';
import type { Remark } from '../../../shared/records/remark';
import type { TourView } from '../../data/use-tour-view';
import { matchText } from '../../ui/match-text';

interface SpeakerPickerProps {
  readonly view: TourView;
  readonly remark: Remark;
  readonly set: (values: Readonly<Record<string, Json>>) => void;
}

/** The roster in its order of rank, found by characters, pinyin or initials; a name that is not on it is kept as typed. */
export function SpeakerPicker({ view, remark, set }: SpeakerPickerProps) {
  const { t } = useTranslation();
  const id = useId();
  /** Null while nobody types here: then the record speaks. */
  const [typing, setTyping] = useState<string | null>(null);
  const typed = typing ?? remark.speakerName;
  const people = [...view.people.values()].sort((a, b) => a.rank - b.rank);
  const chosen = remark.speakerName !== '' && typed === remark.speakerName;

  function take(person: Person) {
    setTyping(person.name);
    set({ speaker: person.id, speakerName: person.name });
  }

  function leave() {
    if (typed.trim() === remark.speakerName) return;
    const known = people.find((person) => person.name === typed.trim());
    set({ speaker: known?.id ?? '', speakerName: typed.trim() });
  }

  return (
    <div className="field">
      <label htmlFor={id}>{t('stop.speaker')}</label>
      <AutoComplete
        id={id}
        allowClear
        defaultActiveFirstOption
        popupMatchSelectWidth={340}
        placeholder={t('stop.speakerHint')}
        value={typed}
        onChange={(value: string | undefined) => {
          setTyping(value ?? '');
          if (value === undefined) set({ speaker: '', speakerName: '' });
        }}
        onSelect={(_, option) => take(option.person)}
        onFocus={() => setTyping(null)}
        onBlur={leave}
        options={people
          .filter((person) => chosen || matchText(`${person.name} ${person.posts.join(' ')}`, typed))
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
